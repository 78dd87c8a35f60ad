// The part of MJML that the build uses; the package brings no types.
declare module 'mjml' {
  type Options = Readonly<{
    validationLevel: 'strict';
    keepComments: boolean;
    fonts: Readonly<Record<string, string>>;
  }>;
  type Result = Readonly<{ html: string; errors: readonly Readonly<{ formattedMessage: string }>[] }>;
  export default function mjml2html(source: string, options: Options): Promise<Result>;
}
