import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Site } from '@guildhall/client';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { northSite, sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';

const whole: Site = {
  ...northSite,
  slackWebhooks: [{ url: 'https://hooks.slack.com/services/T0/B0/x', movements: 'both', privacy: 'initials' }],
};
const update = 'PATCH /api/register/sites/north';
const create = 'POST /api/register/sites';

const open = async (more: Routes) => {
  const app = visit('/sites', {
    'GET /api/auth/session': ok(sessionOf('register.sites.write')),
    'GET /api/register/sites/north': ok(whole),
    ...more,
  });
  await screen.findByRole('heading', { name: en.sites.title });
  return app;
};

const dialog = () => within(screen.getByRole('dialog'));
const type = (label: string, value: string): void =>
  void fireEvent.change(dialog().getByLabelText(label), { target: { value } });

async function edit(more: Routes) {
  const app = await open(more);
  fireEvent.click(await screen.findByRole('button', { name: en.sites.edit('North Workshop') }));
  await dialog().findByLabelText(en.sites.name);
  return app;
}

describe('a site', () => {
  it('opens with the settings that only its administrators see', async () => {
    await edit({});

    expect(dialog().getByLabelText<HTMLInputElement>(en.sites.slackUrl).value).toContain('hooks.slack.com');
    expect(dialog().getAllByLabelText<HTMLSelectElement>(en.sites.privacy)[1]?.value).toBe('initials');
    expect(dialog().getByLabelText<HTMLSelectElement>(en.sites.zone).value).toBe('Europe/London');
  });

  it('is saved with what was changed', async () => {
    const { asked } = await edit({ [update]: ok(whole) });
    fireEvent.click(dialog().getByRole('button', { name: en.siteSettings.entranceAdd }));
    type(en.siteSettings.entranceName, ' Front ');
    type(en.siteSettings.capacity, '40');
    fireEvent.change(dialog().getByLabelText(en.sites.movements), { target: { value: 'in' } });
    fireEvent.click(dialog().getByRole('button', { name: en.app.save }));

    await screen.findByText(en.app.saved);

    expect(asked(update)[0]?.body).toMatchObject({
      entranceDetails: [{ name: 'Front' }],
      capacity: 40,
      slackWebhooks: [{ movements: 'in', privacy: 'initials' }],
    });
  });

  it('is refused at the webhook that is wrong, also below one that is still empty', async () => {
    const errors = [{ pointer: '#/slackWebhooks/1/url', detail: 'is not a Slack webhook' }];
    await edit({ [update]: refused(422, { errors }) });
    for (const url of ['', 'https://evil.example']) {
      fireEvent.click(dialog().getByRole('button', { name: en.sites.slackAdd }));
      const added = dialog().getAllByLabelText(en.sites.slackUrl).at(-1);
      if (added) fireEvent.change(added, { target: { value: url } });
    }
    fireEvent.click(dialog().getByRole('button', { name: en.app.save }));

    await dialog().findByText('Is not a Slack webhook');

    expect(document.activeElement).toBe(dialog().getAllByLabelText(en.sites.slackUrl)[2]);
  });

  it('loses a webhook that is removed', async () => {
    const { asked } = await edit({ [update]: ok(whole) });
    fireEvent.click(dialog().getByRole('button', { name: en.sites.slackRemove }));
    fireEvent.click(dialog().getByRole('button', { name: en.app.save }));
    await screen.findByText(en.app.saved);

    expect(asked(update)[0]?.body).toMatchObject({ slackWebhooks: [] });
  });
});

describe('a new site', () => {
  it('is added under its short name', async () => {
    const { asked } = await open({ [create]: { status: 201, body: { ...whole, id: 'attic', name: 'Attic' } } });
    fireEvent.click(screen.getByRole('button', { name: en.sites.add }));
    type(en.sites.id, 'attic');
    type(en.sites.name, 'Attic');
    fireEvent.click(dialog().getByRole('button', { name: en.sites.add }));

    await screen.findByText(en.sites.created('Attic'));

    expect(asked(create)[0]?.body).toMatchObject({ id: 'attic', name: 'Attic', dayRollover: '00:00' });
  });

  it('that was refused stays as it was typed', async () => {
    const errors = [{ pointer: '#/id', detail: 'is taken' }];
    await open({ [create]: refused(409, { errors }) });
    fireEvent.click(screen.getByRole('button', { name: en.sites.add }));
    type(en.sites.id, 'north');
    fireEvent.click(dialog().getByRole('button', { name: en.sites.add }));

    await dialog().findByText('Is taken');

    expect(dialog().getByLabelText<HTMLInputElement>(en.sites.id).value).toBe('north');
  });
});
