import { NativeSelect, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Template } from '@guildhall/client';
import { Choice } from '../../parts/choice.tsx';
import { useSpeaking } from '../../words/words.ts';
import type { TemplateSearch } from './search.ts';
import type { Chosen } from './chosen.ts';
import { useTemplateWords } from './words.ts';

/** Which words to show. */
export function Picker({ templates, chosen }: Readonly<{ templates: readonly Template[]; chosen: Chosen }>) {
  const words = useTemplateWords();
  const { language } = useSpeaking();
  const navigate = useNavigate();
  const { template, channel, locale, sample } = chosen;
  const choose = (change: TemplateSearch): void => {
    const search = { key: template.key, channel, locale, sample, ...change };
    void navigate({ to: '/messages/templates', search, replace: true });
  };
  return (
    <div>
      <div className="template-choices">
        <NativeSelect
          label={words.template}
          value={template.key}
          onChange={({ currentTarget }) => choose({ key: currentTarget.value })}
          data={templates.map(({ key }) => key)}
        />
        <NativeSelect
          label={words.sample}
          value={sample}
          onChange={({ currentTarget }) => choose({ sample: currentTarget.value })}
          data={template.samples.map((value) => ({ value, label: words.sampleNames[value] ?? value }))}
        />
        <Choice
          legend={words.channel}
          value={channel}
          onChange={(value) => choose({ channel: value })}
          options={template.channels.map((value) => ({ value, label: words.channels[value] }))}
        />
        <Choice
          legend={words.language}
          value={locale}
          onChange={(value) => choose({ locale: value })}
          options={template.locales.map((value) => ({ value, label: words.languages[value] ?? value }))}
        />
      </div>
      <Text mt="sm" c="dimmed">
        {template.about[language] ?? template.about['en']}
      </Text>
    </div>
  );
}
