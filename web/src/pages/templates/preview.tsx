import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { MailPreview } from './mail-preview.tsx';
import { SlackPreview } from './slack-preview.tsx';
import type { Chosen } from './chosen.ts';
import type { ShownProps } from './shown-props.ts';
import { useTemplateWords } from './words.ts';

/** The words as their readers see them. */
export function Preview({ chosen }: Readonly<{ chosen: Chosen }>) {
  const words = useTemplateWords();
  const { template, channel, locale, sample } = chosen;
  const asked = { key: template.key, channel, locale, sample };
  const { data, error, refetch } = useQuery({
    queryKey: ['template-preview', asked],
    queryFn: () => api.notifier.previewTemplate(asked),
  });
  return (
    <Section title={words.channels[channel]}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={320} />}
      {data && <Shown preview={data} lang={locale} />}
      {data && <Variables variables={data.variables} />}
    </Section>
  );
}

function Shown({ preview, lang }: ShownProps) {
  switch (preview.channel) {
    case 'email':
      return <MailPreview preview={preview} lang={lang} />;
    case 'slack':
      return <SlackPreview preview={preview} lang={lang} />;
    case 'sms':
      return <TextPreview preview={preview} lang={lang} />;
    default:
      return <NoticePreview preview={preview} lang={lang} />;
  }
}

function TextPreview({ preview: { text, segments = 1, encoding = '' }, lang }: ShownProps) {
  const words = useTemplateWords();
  return (
    <>
      <p className="template-bubble" lang={lang}>
        {text}
      </p>
      <Text size="sm" c="dimmed">
        {words.characters(text.length)} · {words.segments(segments, encoding.toUpperCase())}
      </Text>
    </>
  );
}

function NoticePreview({ preview: { title, text, link }, lang }: ShownProps) {
  const words = useTemplateWords();
  return (
    <>
      <div className="template-notice" lang={lang}>
        <Text fw={700}>{title}</Text>
        <Text>{text}</Text>
      </div>
      {link && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {words.leadsTo(link)}
        </Text>
      )}
    </>
  );
}

function Variables({ variables }: Readonly<{ variables: Readonly<Record<string, string>> }>) {
  const words = useTemplateWords();
  return (
    <details>
      <summary>{words.variables}</summary>
      <dl className="template-variables">
        {Object.entries(variables).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || '–'}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
