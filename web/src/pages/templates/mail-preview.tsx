import { Text } from '@mantine/core';
import { useState } from 'react';
import { Choice } from '../../parts/choice.tsx';
import { useSpeaking } from '../../words/words.ts';
import type { ShownProps } from './shown-props.ts';
import { useTemplateWords } from './words.ts';

/** A mail with its page in a frame that can do nothing: no scripts, no forms, no way out. */
export function MailPreview({ preview, lang }: ShownProps) {
  const words = useTemplateWords();
  const { language } = useSpeaking();
  const { subject = '', html = '', text, bytes } = preview;
  const [part, setPart] = useState<'page' | 'plain'>('page');
  return (
    <>
      <Text mb="xs">
        <strong>{words.subject}:</strong> <span lang={lang}>{subject}</span>
      </Text>
      <Choice
        legend={words.view}
        hideLegend
        value={part}
        onChange={setPart}
        options={[
          { value: 'page', label: words.page },
          { value: 'plain', label: words.plain },
        ]}
      />
      {part === 'page' ? (
        <iframe className="template-mail" sandbox="" srcDoc={html} title={words.frame(subject)} />
      ) : (
        <pre className="template-plain" lang={lang} tabIndex={0} aria-label={words.plain}>
          {text}
        </pre>
      )}
      <Text size="sm" c="dimmed">
        {words.size(bytes.toLocaleString(language))}
        {html.includes('<img') && ` · ${words.logoHint}`}
      </Text>
    </>
  );
}
