import { Text } from '@mantine/core';
import { markdown, plain } from './mrkdwn.tsx';
import type { ShownProps } from './shown-props.ts';
import { useTemplateWords } from './words.ts';

type Words = Readonly<{ type: string; text: string }>;
type Block = Readonly<{
  type: string;
  text?: Words;
  fields?: readonly Words[];
  elements?: readonly Readonly<{ type: string; text: string | Words; url?: string }>[];
}>;

/** A message much as Slack lays it out. */
export function SlackPreview({ preview: { blocks = '[]', text }, lang }: ShownProps) {
  const words = useTemplateWords();
  return (
    <>
      <div className="template-slack" lang={lang}>
        {(JSON.parse(blocks) as Block[]).map((block, index) => (
          // They never change places.
          <SlackBlock key={index} block={block} />
        ))}
      </div>
      <Text size="sm" c="dimmed" mt="xs">
        {words.notification}: <span lang={lang}>{plain(text)}</span>
      </Text>
    </>
  );
}

function SlackBlock({ block: { type, text, fields = [], elements = [] } }: Readonly<{ block: Block }>) {
  switch (type) {
    case 'header':
      return <p className="template-slack-header">{plain(text?.text ?? '')}</p>;
    case 'context':
      return <p className="template-slack-context">{elements.map((one) => markdown(wordsIn(one.text), one.type))}</p>;
    case 'actions':
      return (
        <p>
          {elements.map((one) => (
            <span key={one.url} className="template-slack-button" title={one.url}>
              {plain(wordsIn(one.text))}
            </span>
          ))}
        </p>
      );
    default:
      return (
        <div>
          {text && <p>{markdown(text.text, text.type)}</p>}
          {fields.length > 0 && (
            <div className="template-slack-fields">
              {fields.map((field) => (
                <p key={field.text}>{markdown(field.text, field.type)}</p>
              ))}
            </div>
          )}
        </div>
      );
  }
}

const wordsIn = (text: string | Words): string => (typeof text === 'string' ? text : text.text);
