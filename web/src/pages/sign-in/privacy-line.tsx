import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { usePrivacyNotice } from '../../api/privacy.ts';
import { useWords } from '../../words/words.ts';

// As much as stands under a form without hiding it.
const mostShown = 300;

/** What the organisation says about personal data: all of it, or how it begins and where the rest is. */
export function PrivacyLine() {
  const { privacy: words } = useWords();
  const notice = usePrivacyNotice();
  const [first = ''] = notice.split(/\n\s*\n/);
  const isWhole = first === notice && notice.length <= mostShown;
  const shown = first.length > mostShown ? `${first.slice(0, mostShown).replace(/\s+\S*$/, '')}…` : first;
  return (
    <Text component="p" c="dimmed" size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
      {shown}{' '}
      {!isWhole && (
        <Anchor inherit renderRoot={(props) => <Link to="/privacy" {...props} />}>
          {words.more}
        </Anchor>
      )}
    </Text>
  );
}
