import { useState } from 'react';
import { usePrivacyNotice } from '../../api/privacy.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useWords } from '../../words/words.ts';

/** What the organisation says about personal data, for whoever stands at the kiosk. */
export function PrivacyButton() {
  const { privacy: words } = useWords();
  const notice = usePrivacyNotice();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="kiosk-tool" onClick={() => setOpen(true)}>
        {words.short}
      </button>
      {isOpen && (
        <Dialog kind="question" title={words.title} onClose={() => setOpen(false)}>
          <p className="kiosk-privacy">{notice}</p>
        </Dialog>
      )}
    </>
  );
}
