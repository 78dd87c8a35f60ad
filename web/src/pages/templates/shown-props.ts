import type { TemplatePreview } from '@guildhall/client';

/** A preview, and the language it is written in. */
export type ShownProps = Readonly<{ preview: TemplatePreview; lang: string }>;
