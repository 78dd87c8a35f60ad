// Generated from services/notifier/templates by build.ts: do not edit.
import type { Sources } from '../source.ts';

export const mailFrame = "<!doctype html>\n<html lang=\"{{locale}}\" dir=\"ltr\" xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n<head>\n<title>%%subject%%</title>\n<!--[if !mso]><!-->\n<meta http-equiv=\"X-UA-Compatible\" content=\"IE=edge\">\n<!--<![endif]-->\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style type=\"text/css\">\n#outlook a { padding:0; }\nbody { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; }\ntable, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; }\nimg { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; }\np { display:block;margin:13px 0; }\n</style>\n<!--[if mso]>\n<noscript>\n<xml>\n<o:OfficeDocumentSettings>\n<o:AllowPNG/>\n<o:PixelsPerInch>96</o:PixelsPerInch>\n</o:OfficeDocumentSettings>\n</xml>\n</noscript>\n<![endif]-->\n<!--[if lte mso 11]>\n<style type=\"text/css\">\n.mj-outlook-group-fix { width:100% !important; }\n</style>\n<![endif]-->\n<style type=\"text/css\">\n@media only screen and (min-width:480px) {\n.mj-column-per-100 { width:100% !important; max-width: 100%; }\n}\n</style>\n<style media=\"screen and (min-width:480px)\">\n.moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; }\n</style>\n<style type=\"text/css\">\n:root { color-scheme: light dark; supported-color-schemes: light dark; }\n.copy a { color: {{headingColour}}; }\n@media (prefers-color-scheme: dark) {\nbody, .page, .page > div[role=\"article\"] { background-color: #12171d !important; }\n.card, .card table, .card td { background-color: #1c242d !important; }\n.brand div, .title div, .copy div, .copy a { color: #eef2f6 !important; }\n.quiet div, .quiet a { color: #b3bfcb !important; }\n.card td.code { background-color: #26374a !important; }\n.code div { color: #ffffff !important; }\n}\n</style>\n<meta name=\"color-scheme\" content=\"light dark\" />\n<meta name=\"supported-color-schemes\" content=\"light dark\" />\n<meta name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no\" />\n</head>\n<body  class=\"page\" style=\"word-spacing:normal;background-color:#eef2f5;\">\n<div style=\"display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;\">%%preview%%</div>\n<div\naria-label=\"%%subject%%\" aria-roledescription=\"email\" role=\"article\" lang=\"{{locale}}\" dir=\"ltr\" style=\"word-spacing:normal;background-color:#eef2f5;\"\n>\n<!--[if mso | IE]><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"\" role=\"presentation\" style=\"width:520px;\" width=\"520\" ><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]-->\n<div  style=\"margin:0px auto;max-width:520px;\">\n<table\nalign=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"width:100%;\"\n>\n<tbody>\n<tr>\n<td\nstyle=\"direction:ltr;font-size:0px;padding:32px 0 12px;text-align:center;\"\n>\n<!--[if mso | IE]><table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"\" style=\"vertical-align:top;width:520px;\" ><![endif]-->\n<div\nclass=\"mj-column-per-100 mj-outlook-group-fix\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"vertical-align:top;\" width=\"100%\"\n>\n<tbody>\n{{#if logoUrl}}\n<tr>\n<td\nalign=\"left\" class=\"brand\" style=\"font-size:0px;padding:0 28px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;font-weight:700;line-height:1.5;text-align:left;color:{{headingColour}};\"\n><img src=\"{{logoUrl}}\" alt=\"{{organisation}}\" height=\"40\" style=\"height:40px;width:auto;max-width:100%;border:0\" /></div>\n</td>\n</tr>\n{{else}}\n<tr>\n<td\nalign=\"left\" class=\"brand\" style=\"font-size:0px;padding:0 28px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;font-weight:700;line-height:1.5;text-align:left;color:{{headingColour}};\"\n>{{organisation}}</div>\n</td>\n</tr>\n{{/if}}\n</tbody>\n</table>\n</div>\n<!--[if mso | IE]></td></tr></table><![endif]-->\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n<!--[if mso | IE]></td></tr></table><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"card-outlook\" role=\"presentation\" style=\"width:520px;\" width=\"520\" bgcolor=\"#ffffff\" ><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]-->\n<div  class=\"card\" style=\"background:#ffffff;background-color:#ffffff;margin:0px auto;max-width:520px;border-radius:12px;overflow:hidden;\">\n<table\nalign=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"background:#ffffff;background-color:#ffffff;width:100%;border-collapse:separate;\"\n>\n<tbody>\n<tr>\n<td\nstyle=\"border-radius:12px;direction:ltr;font-size:0px;padding:28px 0;text-align:center;\"\n>\n<!--[if mso | IE]><table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"\" style=\"vertical-align:top;width:520px;\" ><![endif]-->\n<div\nclass=\"mj-column-per-100 mj-outlook-group-fix\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"vertical-align:top;\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td\nalign=\"left\" class=\"title\" style=\"font-size:0px;padding:0 28px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:24px;font-weight:700;line-height:1.25;text-align:left;color:{{headingColour}};\"\n><h1 style=\"margin:0;font-size:24px;line-height:1.25\">%%title%%</h1></div>\n</td>\n</tr>\n%%body%%\n</tbody>\n</table>\n</div>\n<!--[if mso | IE]></td></tr></table><![endif]-->\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n<!--[if mso | IE]></td></tr></table><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"\" role=\"presentation\" style=\"width:520px;\" width=\"520\" ><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]-->\n<div  style=\"margin:0px auto;max-width:520px;\">\n<table\nalign=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"width:100%;\"\n>\n<tbody>\n<tr>\n<td\nstyle=\"direction:ltr;font-size:0px;padding:16px 0 32px;text-align:center;\"\n>\n<!--[if mso | IE]><table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"\" style=\"vertical-align:top;width:520px;\" ><![endif]-->\n<div\nclass=\"mj-column-per-100 mj-outlook-group-fix\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"vertical-align:top;\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td\nalign=\"left\" class=\"quiet\" style=\"font-size:0px;padding:0 28px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:13px;line-height:1.5;text-align:left;color:#52606d;\"\n>%%footer%%</div>\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n<!--[if mso | IE]></td></tr></table><![endif]-->\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n<!--[if mso | IE]></td></tr></table><![endif]-->\n</div>\n</body>\n</html>";

export const templates = {
  "cover-alert": {
    "category": "presence",
    "about": {
      "en": "To the safety list of a site: people are inside and no warden or first aider is.",
      "fr": "À la liste de sécurité d’un site : des personnes sont présentes sans guide ni secouriste."
    },
    "samples": {
      "several": {
        "siteName": "Vauxhall Walk",
        "count": "4",
        "minutes": "15"
      },
      "one": {
        "siteName": "Quayside Studio",
        "count": "1",
        "minutes": "1"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "count",
          "minutes",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "No warden or first aider at {{siteName}}",
            "title": "No warden or first aider at {{siteName}}",
            "preview": "{{figure count}} inside, and no warden or first aider is signed in.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{figure count}} {{plural count one=\"person is\" other=\"people are\"}} inside, and for {{figure minutes}} {{plural minutes one=\"minute\" other=\"minutes\"}} no warden and no first aider has been signed in.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Please see to it that one is there. You will not be told again until somebody is, and leaves.</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because you are on the safety list of {{siteName}}.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "{{figure count}} {{plural count one=\"person is\" other=\"people are\"}} inside {{siteName}}, and for {{figure minutes}} {{plural minutes one=\"minute\" other=\"minutes\"}} no warden and no first aider has been signed in.\n\nPlease see to it that one is there. You will not be told again until somebody is, and leaves.\n\nSent by {{organisation}} because you are on the safety list of {{siteName}}.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Ni guide ni secouriste à {{siteName}}",
            "title": "Ni guide ni secouriste à {{siteName}}",
            "preview": "{{figure count}} à l’intérieur, et ni guide ni secouriste présent.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{figure count}} {{plural count one=\"personne est\" other=\"personnes sont\"}} à l’intérieur et, depuis {{figure minutes}} {{plural minutes one=\"minute\" other=\"minutes\"}}, ni guide d’évacuation ni secouriste n’est présent.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Veillez à ce que quelqu’un y soit. Vous ne serez prévenu de nouveau qu’après sa venue et son départ.</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que vous êtes sur la liste de sécurité de {{siteName}}.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "{{figure count}} {{plural count one=\"personne est\" other=\"personnes sont\"}} à l’intérieur de {{siteName}} et, depuis {{figure minutes}} {{plural minutes one=\"minute\" other=\"minutes\"}}, ni guide d’évacuation ni secouriste n’est présent.\n\nVeillez à ce que quelqu’un y soit. Vous ne serez prévenu de nouveau qu’après sa venue et son départ.\n\nEnvoyé par {{organisation}} parce que vous êtes sur la liste de sécurité de {{siteName}}.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "count",
          "minutes",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{siteName}}: {{figure count}} inside and no warden or first aider for {{figure minutes}} min. Please see to it."
          },
          "fr": {
            "text": "{{siteName}} : {{figure count}} à l'intérieur, ni guide ni secouriste depuis {{figure minutes}} min. Merci d'y veiller."
          }
        }
      },
      "push": {
        "variables": [
          "count",
          "minutes",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{figure count}} inside and no warden or first aider for {{figure minutes}} {{plural minutes one=\"minute\" other=\"minutes\"}}.",
            "title": "{{siteName}} is not covered",
            "link": "/"
          },
          "fr": {
            "text": "{{figure count}} à l’intérieur, ni guide ni secouriste depuis {{figure minutes}} {{plural minutes one=\"minute\" other=\"minutes\"}}.",
            "title": "{{siteName}} n’est pas couvert",
            "link": "/"
          }
        }
      },
      "inbox": {
        "variables": [
          "count",
          "minutes",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{figure count}} {{plural count one=\"person is\" other=\"people are\"}} inside, and for {{figure minutes}} {{plural minutes one=\"minute\" other=\"minutes\"}} no warden and no first aider has been signed in. Please see to it.",
            "title": "{{siteName}} is not covered",
            "link": "/"
          },
          "fr": {
            "text": "{{figure count}} {{plural count one=\"personne est\" other=\"personnes sont\"}} à l’intérieur et, depuis {{figure minutes}} {{plural minutes one=\"minute\" other=\"minutes\"}}, ni guide ni secouriste n’est présent. Merci d’y veiller.",
            "title": "{{siteName}} n’est pas couvert",
            "link": "/"
          }
        }
      }
    }
  },
  "digest": {
    "category": "presence",
    "about": {
      "en": "To those whom a site names for its daily summary.",
      "fr": "À ceux que le site a désignés pour son résumé du jour."
    },
    "samples": {
      "usual": {
        "siteName": "Vauxhall Walk",
        "date": "2026-03-02",
        "came": "31",
        "inside": "2",
        "most": "18",
        "mostAt": "11:40"
      },
      "one": {
        "siteName": "Vauxhall Walk",
        "date": "2026-03-02",
        "came": "1",
        "inside": "1",
        "most": "1",
        "mostAt": "09:05"
      },
      "nobody": {
        "siteName": "Vauxhall Walk",
        "date": "2026-03-01",
        "came": "0",
        "inside": "0",
        "most": "0",
        "mostAt": ""
      }
    },
    "channels": {
      "email": {
        "variables": [
          "came",
          "date",
          "inside",
          "most",
          "mostAt",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "{{siteName}} on {{day date}}: {{figure came}} came in",
            "title": "{{siteName}} on {{day date}}",
            "preview": "{{figure came}} {{plural came one=\"person\" other=\"people\"}} came in.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{figure came}} {{plural came one=\"person\" other=\"people\"}} came in.{{#if mostAt}} The most at once: {{figure most}}, at {{clock mostAt}}.{{/if}}</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{figure inside}} {{plural inside one=\"is\" other=\"are\"}} still signed in.</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} to those whom {{siteName}} names for its daily summary. It holds no names.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "{{siteName}} on {{day date}}\n\n{{figure came}} {{plural came one=\"person\" other=\"people\"}} came in.{{#if mostAt}} The most at once: {{figure most}}, at {{clock mostAt}}.{{/if}}\n{{figure inside}} {{plural inside one=\"is\" other=\"are\"}} still signed in.\n\nSent by {{organisation}} to those whom {{siteName}} names for its daily summary. It holds no names.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "{{siteName}}, le {{day date}} : {{figure came}} {{plural came one=\"venue\" other=\"venues\"}}",
            "title": "{{siteName}}, le {{day date}}",
            "preview": "{{figure came}} {{plural came one=\"personne est venue\" other=\"personnes sont venues\"}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{figure came}} {{plural came one=\"personne est venue\" other=\"personnes sont venues\"}}.{{#if mostAt}} Au plus {{figure most}} en même temps, à {{clock mostAt}}.{{/if}}</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{figure inside}} {{plural inside one=\"est encore présente\" other=\"sont encore présentes\"}}.</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} à ceux que {{siteName}} a désignés pour son résumé du jour. Il ne contient aucun nom.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "{{siteName}}, le {{day date}}\n\n{{figure came}} {{plural came one=\"personne est venue\" other=\"personnes sont venues\"}}.{{#if mostAt}} Au plus {{figure most}} en même temps, à {{clock mostAt}}.{{/if}}\n{{figure inside}} {{plural inside one=\"est encore présente\" other=\"sont encore présentes\"}}.\n\nEnvoyé par {{organisation}} à ceux que {{siteName}} a désignés pour son résumé du jour. Il ne contient aucun nom.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "slack": {
        "variables": [
          "came",
          "date",
          "inside",
          "most",
          "mostAt",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{siteName}}, {{day date}}: {{figure came}} {{plural came one=\"person\" other=\"people\"}} came in{{#if mostAt}}, at most {{figure most}} at once ({{clock mostAt}}){{/if}}. {{figure inside}} {{plural inside one=\"is\" other=\"are\"}} still signed in.",
            "blocks": "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"{{siteName}}, {{day date}}\"}},{\"type\":\"section\",\"fields\":[{\"type\":\"mrkdwn\",\"text\":\"*Came in*\\n{{figure came}}\"},{\"type\":\"mrkdwn\",\"text\":\"{{#if mostAt}}*Most at once*\\n{{figure most}} at {{clock mostAt}}{{/if}}\"},{\"type\":\"mrkdwn\",\"text\":\"*Still signed in*\\n{{figure inside}}\"}]},{\"type\":\"context\",\"elements\":[{\"type\":\"mrkdwn\",\"text\":\"Daily summary\"}]}]"
          },
          "fr": {
            "text": "{{siteName}}, le {{day date}} : {{figure came}} {{plural came one=\"personne est venue\" other=\"personnes sont venues\"}}{{#if mostAt}}, au plus {{figure most}} en même temps ({{clock mostAt}}){{/if}}. {{figure inside}} {{plural inside one=\"est encore présente\" other=\"sont encore présentes\"}}.",
            "blocks": "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"{{siteName}}, le {{day date}}\"}},{\"type\":\"section\",\"fields\":[{\"type\":\"mrkdwn\",\"text\":\"*Venues*\\n{{figure came}}\"},{\"type\":\"mrkdwn\",\"text\":\"{{#if mostAt}}*Au plus en même temps*\\n{{figure most}} à {{clock mostAt}}{{/if}}\"},{\"type\":\"mrkdwn\",\"text\":\"*Encore présentes*\\n{{figure inside}}\"}]},{\"type\":\"context\",\"elements\":[{\"type\":\"mrkdwn\",\"text\":\"Résumé du jour\"}]}]"
          }
        }
      }
    }
  },
  "evacuation-call": {
    "category": "emergency",
    "about": {
      "en": "To everybody inside, when an evacuation begins.",
      "fr": "À toutes les personnes présentes, quand une évacuation commence."
    },
    "samples": {
      "live": {
        "siteName": "Vauxhall Walk",
        "message": "Fire in the workshop.",
        "drill": "",
        "answerUrl": "https://members.example.org/safe/m4Xq1rT0cVb8yKp2Wd7hJsN5zE3aUoLgQfRiBvC6tHnYkMjPxSwDlGeZuAo9I1T8rV2bKyX4cQ7dFhJmN0pLsEaUwOgRiZtB5vCx"
      },
      "drill": {
        "siteName": "Vauxhall Walk",
        "message": "",
        "drill": "yes",
        "answerUrl": "https://members.example.org/safe/m4Xq1rT0cVb8yKp2Wd7hJsN5zE3aUoLgQfRiBvC6tHnYkMjPxSwDlGeZuAo9I1T8rV2bKyX4cQ7dFhJmN0pLsEaUwOgRiZtB5vCx"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "answerUrl",
          "drill",
          "message",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "{{#if drill}}DRILL: {{/if}}leave {{siteName}} now. Are you safe?",
            "title": "{{#if drill}}DRILL: {{/if}}Leave {{siteName}} now",
            "preview": "Are you safe? Answer with one tap.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{#if drill}}<strong>This is a drill.</strong> {{/if}}Go to the muster point, then tell us how you are.</div>\n</td>\n</tr>\n{{#if message}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n><strong>{{message}}</strong></div>\n</td>\n</tr>\n{{/if}}\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"#b42318\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:16px 28px;background:#b42318;\" valign=\"middle\"\n>\n<a\nhref=\"{{answerUrl}}\" style=\"display:inline-block;background:#b42318;color:#ffffff;font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:16px 28px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nI am safe, or I need help\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} to everybody who is signed in at {{siteName}}.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "{{#if drill}}DRILL: {{/if}}Leave {{siteName}} now.\n{{#if message}}\n\n{{message}}\n{{/if}}\n\nGo to the muster point, then tell us how you are, with one tap:\n\n    {{answerUrl}}\n\nSent by {{organisation}} to everybody who is signed in at {{siteName}}.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "{{#if drill}}EXERCICE : {{/if}}quittez {{siteName}}. Êtes-vous en sécurité ?",
            "title": "{{#if drill}}EXERCICE : {{/if}}Quittez {{siteName}} immédiatement",
            "preview": "Êtes-vous en sécurité ? Répondez d’une touche.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{#if drill}}<strong>Ceci est un exercice.</strong> {{/if}}Rendez-vous au point de rassemblement, puis dites-nous comment vous allez.</div>\n</td>\n</tr>\n{{#if message}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n><strong>{{message}}</strong></div>\n</td>\n</tr>\n{{/if}}\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"#b42318\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:16px 28px;background:#b42318;\" valign=\"middle\"\n>\n<a\nhref=\"{{answerUrl}}\" style=\"display:inline-block;background:#b42318;color:#ffffff;font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:16px 28px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nJe suis en sécurité, ou j’ai besoin d’aide\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} à toutes les personnes présentes à {{siteName}}.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "{{#if drill}}EXERCICE : {{/if}}Quittez {{siteName}} immédiatement.\n{{#if message}}\n\n{{message}}\n{{/if}}\n\nRendez-vous au point de rassemblement, puis dites-nous comment vous allez :\n\n    {{answerUrl}}\n\nEnvoyé par {{organisation}} à toutes les personnes présentes à {{siteName}}.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "answerUrl",
          "drill",
          "message",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{#if drill}}DRILL: {{/if}}Leave {{siteName}} now.{{#if message}} {{message}}{{/if}} Are you safe? Reply 1 safe, 2 help, 3 not there. Or: {{answerUrl}}"
          },
          "fr": {
            "text": "{{#if drill}}EXERCICE : {{/if}}Quittez {{siteName}} maintenant.{{#if message}} {{message}}{{/if}} En sécurité ? Répondez 1 oui, 2 aide, 3 pas sur place. Ou : {{answerUrl}}"
          }
        }
      },
      "push": {
        "variables": [
          "answerUrl",
          "drill",
          "message",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{#if message}}{{message}} {{/if}}Are you safe? Tap to answer.",
            "title": "{{#if drill}}DRILL: {{/if}}leave {{siteName}} now",
            "link": "{{answerUrl}}"
          },
          "fr": {
            "text": "{{#if message}}{{message}} {{/if}}Êtes-vous en sécurité ? Touchez pour répondre.",
            "title": "{{#if drill}}EXERCICE : {{/if}}quittez {{siteName}}",
            "link": "{{answerUrl}}"
          }
        }
      }
    }
  },
  "evacuation-escalation": {
    "category": "emergency",
    "about": {
      "en": "To somebody inside who has not answered the call.",
      "fr": "À une personne présente qui n’a pas répondu à l’appel."
    },
    "samples": {
      "live": {
        "siteName": "Vauxhall Walk",
        "message": "Fire in the workshop.",
        "drill": "",
        "answerUrl": "https://members.example.org/safe/m4Xq1rT0cVb8yKp2Wd7hJsN5zE3aUoLgQfRiBvC6tHnYkMjPxSwDlGeZuAo9I1T8rV2bKyX4cQ7dFhJmN0pLsEaUwOgRiZtB5vCx"
      },
      "drill": {
        "siteName": "Vauxhall Walk",
        "message": "",
        "drill": "yes",
        "answerUrl": "https://members.example.org/safe/m4Xq1rT0cVb8yKp2Wd7hJsN5zE3aUoLgQfRiBvC6tHnYkMjPxSwDlGeZuAo9I1T8rV2bKyX4cQ7dFhJmN0pLsEaUwOgRiZtB5vCx"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "answerUrl",
          "drill",
          "message",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "{{#if drill}}DRILL: {{/if}}no answer from you yet. Are you safe?",
            "title": "{{#if drill}}DRILL: {{/if}}We have not heard from you",
            "preview": "{{siteName}} is being evacuated. Are you safe?",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{#if drill}}<strong>This is a drill.</strong> {{/if}}{{siteName}} is being evacuated, and you are on the list of who is inside. Wardens look for everybody who does not answer.</div>\n</td>\n</tr>\n{{#if message}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n><strong>{{message}}</strong></div>\n</td>\n</tr>\n{{/if}}\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"#b42318\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:16px 28px;background:#b42318;\" valign=\"middle\"\n>\n<a\nhref=\"{{answerUrl}}\" style=\"display:inline-block;background:#b42318;color:#ffffff;font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:16px 28px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nTell us how you are\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} to everybody who is signed in at {{siteName}}.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "{{#if drill}}DRILL: {{/if}}We have not heard from you.\n\n{{siteName}} is being evacuated, and you are on the list of who is inside.\n{{#if message}}\n\n{{message}}\n{{/if}}\n\nTell us how you are, with one tap:\n\n    {{answerUrl}}\n\nSent by {{organisation}} to everybody who is signed in at {{siteName}}.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "{{#if drill}}EXERCICE : {{/if}}pas encore de réponse de vous. En sécurité ?",
            "title": "{{#if drill}}EXERCICE : {{/if}}Nous n’avons pas de vos nouvelles",
            "preview": "{{siteName}} est en cours d’évacuation. Êtes-vous en sécurité ?",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{#if drill}}<strong>Ceci est un exercice.</strong> {{/if}}{{siteName}} est en cours d’évacuation et vous êtes sur la liste des personnes présentes. Les guides recherchent tous ceux qui ne répondent pas.</div>\n</td>\n</tr>\n{{#if message}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n><strong>{{message}}</strong></div>\n</td>\n</tr>\n{{/if}}\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"#b42318\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:16px 28px;background:#b42318;\" valign=\"middle\"\n>\n<a\nhref=\"{{answerUrl}}\" style=\"display:inline-block;background:#b42318;color:#ffffff;font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:16px 28px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nDites-nous comment vous allez\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} à toutes les personnes présentes à {{siteName}}.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "{{#if drill}}EXERCICE : {{/if}}Nous n’avons pas de vos nouvelles.\n\n{{siteName}} est en cours d’évacuation et vous êtes sur la liste des personnes présentes.\n{{#if message}}\n\n{{message}}\n{{/if}}\n\nDites-nous comment vous allez :\n\n    {{answerUrl}}\n\nEnvoyé par {{organisation}} à toutes les personnes présentes à {{siteName}}.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "answerUrl",
          "drill",
          "message",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{#if drill}}DRILL: {{/if}}No answer from you yet. {{siteName}} is being evacuated.{{#if message}} {{message}}{{/if}} Are you safe? Reply 1 safe, 2 help, 3 not there. Or: {{answerUrl}}"
          },
          "fr": {
            "text": "{{#if drill}}EXERCICE : {{/if}}Pas de réponse de vous. {{siteName}} est évacué.{{#if message}} {{message}}{{/if}} En sécurité ? Répondez 1 oui, 2 aide, 3 pas sur place. Ou : {{answerUrl}}"
          }
        }
      },
      "push": {
        "variables": [
          "answerUrl",
          "drill",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{siteName}} is being evacuated. Are you safe? Tap to answer.",
            "title": "{{#if drill}}DRILL: {{/if}}no answer from you yet",
            "link": "{{answerUrl}}"
          },
          "fr": {
            "text": "{{siteName}} est en cours d’évacuation. Êtes-vous en sécurité ? Touchez pour répondre.",
            "title": "{{#if drill}}EXERCICE : {{/if}}pas encore de réponse de vous",
            "link": "{{answerUrl}}"
          }
        }
      }
    }
  },
  "evacuation-warden": {
    "category": "emergency",
    "about": {
      "en": "To the wardens of a site: it has begun, somebody needs help, or some have not answered.",
      "fr": "Aux guides d’un site : l’évacuation commence, quelqu’un demande de l’aide, ou certains n’ont pas répondu."
    },
    "samples": {
      "started": {
        "siteName": "Vauxhall Walk",
        "message": "Fire in the workshop.",
        "drill": "",
        "isHelp": "",
        "isStarted": "yes",
        "displayName": "",
        "note": "",
        "boardUrl": "https://members.example.org/evacuation?incident=01KXQ7W2M9RZ4T8V6B3N5C1D0E"
      },
      "help": {
        "siteName": "Vauxhall Walk",
        "message": "",
        "drill": "",
        "isHelp": "yes",
        "isStarted": "",
        "displayName": "Ada Lovelace",
        "note": "Second floor, by the lift.",
        "boardUrl": "https://members.example.org/evacuation?incident=01KXQ7W2M9RZ4T8V6B3N5C1D0E"
      },
      "unanswered": {
        "siteName": "Vauxhall Walk",
        "message": "",
        "drill": "yes",
        "isHelp": "",
        "isStarted": "",
        "displayName": "",
        "note": "",
        "boardUrl": "https://members.example.org/evacuation?incident=01KXQ7W2M9RZ4T8V6B3N5C1D0E"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "boardUrl",
          "displayName",
          "drill",
          "isHelp",
          "isStarted",
          "message",
          "note",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "{{#if drill}}DRILL: {{/if}}{{#if isHelp}}{{displayName}} needs help{{else}}{{#if isStarted}}Evacuation of {{siteName}}{{else}}{{siteName}}: some have not answered{{/if}}{{/if}}",
            "title": "{{#if drill}}DRILL: {{/if}}{{#if isHelp}}{{displayName}} needs help{{else}}{{#if isStarted}}Evacuation of {{siteName}}{{else}}{{siteName}}: some have not answered{{/if}}{{/if}}",
            "preview": "Open the board to see who is safe.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{#if drill}}<strong>This is a drill.</strong> {{/if}}{{#if isHelp}}{{displayName}} at {{siteName}} asks for help.{{#if note}} \"{{note}}\"{{/if}}{{else}}{{#if isStarted}}It has begun, and everybody inside is being called. You are a warden.{{else}}Nobody has heard from everybody yet, on any of their contacts. Look for them.{{/if}}{{/if}}</div>\n</td>\n</tr>\n{{#if message}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n><strong>{{message}}</strong></div>\n</td>\n</tr>\n{{/if}}\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"#b42318\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:16px 28px;background:#b42318;\" valign=\"middle\"\n>\n<a\nhref=\"{{boardUrl}}\" style=\"display:inline-block;background:#b42318;color:#ffffff;font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:16px 28px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nOpen the board\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} to the wardens of {{siteName}}.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "{{#if drill}}DRILL: {{/if}}{{#if isHelp}}{{displayName}} needs help{{else}}{{#if isStarted}}Evacuation of {{siteName}}{{else}}{{siteName}}: some have not answered{{/if}}{{/if}}\n\n{{#if isHelp}}{{displayName}} at {{siteName}} asks for help.{{#if note}} \"{{note}}\"{{/if}}{{else}}{{#if isStarted}}It has begun, and everybody inside is being called. You are a warden.{{else}}Nobody has heard from everybody yet, on any of their contacts. Look for them.{{/if}}{{/if}}\n{{#if message}}\n\n{{message}}\n{{/if}}\n\nThe board:\n\n    {{boardUrl}}\n\nSent by {{organisation}} to the wardens of {{siteName}}.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "{{#if drill}}EXERCICE : {{/if}}{{#if isHelp}}{{displayName}} a besoin d’aide{{else}}{{#if isStarted}}Évacuation de {{siteName}}{{else}}{{siteName}} : certains n’ont pas répondu{{/if}}{{/if}}",
            "title": "{{#if drill}}EXERCICE : {{/if}}{{#if isHelp}}{{displayName}} a besoin d’aide{{else}}{{#if isStarted}}Évacuation de {{siteName}}{{else}}{{siteName}} : certains n’ont pas répondu{{/if}}{{/if}}",
            "preview": "Ouvrez le tableau pour voir qui est en sécurité.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{#if drill}}<strong>Ceci est un exercice.</strong> {{/if}}{{#if isHelp}}{{displayName}}, à {{siteName}}, demande de l’aide.{{#if note}} « {{note}} »{{/if}}{{else}}{{#if isStarted}}Elle a commencé et toutes les personnes présentes sont appelées. Vous êtes guide.{{else}}Tous n’ont pas encore répondu, par aucun de leurs moyens de contact. Cherchez-les.{{/if}}{{/if}}</div>\n</td>\n</tr>\n{{#if message}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n><strong>{{message}}</strong></div>\n</td>\n</tr>\n{{/if}}\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"#b42318\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:16px 28px;background:#b42318;\" valign=\"middle\"\n>\n<a\nhref=\"{{boardUrl}}\" style=\"display:inline-block;background:#b42318;color:#ffffff;font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:16px 28px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nOuvrir le tableau\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} aux guides d’évacuation de {{siteName}}.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "{{#if drill}}EXERCICE : {{/if}}{{#if isHelp}}{{displayName}} a besoin d’aide{{else}}{{#if isStarted}}Évacuation de {{siteName}}{{else}}{{siteName}} : certains n’ont pas répondu{{/if}}{{/if}}\n\n{{#if isHelp}}{{displayName}}, à {{siteName}}, demande de l’aide.{{#if note}} « {{note}} »{{/if}}{{else}}{{#if isStarted}}Elle a commencé et toutes les personnes présentes sont appelées. Vous êtes guide.{{else}}Tous n’ont pas encore répondu, par aucun de leurs moyens de contact. Cherchez-les.{{/if}}{{/if}}\n{{#if message}}\n\n{{message}}\n{{/if}}\n\nLe tableau :\n\n    {{boardUrl}}\n\nEnvoyé par {{organisation}} aux guides d’évacuation de {{siteName}}.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "boardUrl",
          "displayName",
          "drill",
          "isHelp",
          "isStarted",
          "message",
          "note",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{#if drill}}DRILL: {{/if}}{{#if isHelp}}{{displayName}} at {{siteName}} asks for help.{{#if note}} \"{{note}}\"{{/if}}{{else}}{{#if isStarted}}Evacuation of {{siteName}} has begun, and everybody inside is being called. You are a warden.{{else}}{{siteName}}: nobody has heard from everybody yet, on any of their contacts. Look for them.{{/if}}{{/if}}{{#if message}} {{message}}{{/if}} {{boardUrl}}"
          },
          "fr": {
            "text": "{{#if drill}}EXERCICE : {{/if}}{{#if isHelp}}{{displayName}}, à {{siteName}}, demande de l'aide.{{#if note}} \"{{note}}\"{{/if}}{{else}}{{#if isStarted}}Evacuation de {{siteName}} : toutes les personnes présentes sont appelées. Vous y guidez.{{else}}{{siteName}} : certains n'ont pas répondu. Cherchez-les.{{/if}}{{/if}}{{#if message}} {{message}}{{/if}} {{boardUrl}}"
          }
        }
      },
      "push": {
        "variables": [
          "boardUrl",
          "displayName",
          "drill",
          "isHelp",
          "isStarted",
          "note",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{#if isHelp}}{{displayName}} at {{siteName}} asks for help.{{#if note}} \"{{note}}\"{{/if}}{{else}}{{#if isStarted}}It has begun, and everybody inside is being called. You are a warden.{{else}}Nobody has heard from everybody yet, on any of their contacts. Look for them.{{/if}}{{/if}}",
            "title": "{{#if drill}}DRILL: {{/if}}{{#if isHelp}}{{displayName}} needs help{{else}}{{#if isStarted}}Evacuation of {{siteName}}{{else}}{{siteName}}: some have not answered{{/if}}{{/if}}",
            "link": "{{boardUrl}}"
          },
          "fr": {
            "text": "{{#if isHelp}}{{displayName}}, à {{siteName}}, demande de l’aide.{{#if note}} « {{note}} »{{/if}}{{else}}{{#if isStarted}}Elle a commencé et toutes les personnes présentes sont appelées. Vous êtes guide.{{else}}Tous n’ont pas encore répondu, par aucun de leurs moyens de contact. Cherchez-les.{{/if}}{{/if}}",
            "title": "{{#if drill}}EXERCICE : {{/if}}{{#if isHelp}}{{displayName}} a besoin d’aide{{else}}{{#if isStarted}}Évacuation de {{siteName}}{{else}}{{siteName}} : certains n’ont pas répondu{{/if}}{{/if}}",
            "link": "{{boardUrl}}"
          }
        }
      }
    }
  },
  "gathered": {
    "category": "presence",
    "about": {
      "en": "To somebody who wants messages of a kind together: what came since the last time.",
      "fr": "À quelqu’un qui veut recevoir ensemble les messages d’un genre : ce qui est arrivé depuis la dernière fois."
    },
    "samples": {
      "several": {
        "count": "3",
        "lines": "[\"Remember to sign out of Vauxhall Walk\", \"Ada Lovelace is here\", \"Quayside Studio is nearly full\"]",
        "more": ""
      },
      "many": {
        "count": "1204",
        "lines": "[\"Ada Lovelace is here\", \"Ada Lovelace is here\", \"Ada Lovelace is here\", \"Ada Lovelace is here\", \"Ada Lovelace is here\", \"Ada Lovelace is here\", \"Ada Lovelace is here\", \"Ada Lovelace is here\", \"Ada Lovelace is here\", \"Ada Lovelace is here\"]",
        "more": "1194"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "count",
          "lines",
          "more"
        ],
        "lists": [
          "lines"
        ],
        "words": {
          "en": {
            "subject": "{{figure count}} {{plural count one=\"message\" other=\"messages\"}} from {{organisation}}",
            "title": "{{figure count}} {{plural count one=\"message\" other=\"messages\"}} for you",
            "preview": "What came since the last time.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n><ul style=\"margin:0;padding:0 0 0 20px\">{{#each lines}}<li>{{this}}</li>{{/each}}</ul></div>\n</td>\n</tr>\n{{#if more}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{#if more}}And {{figure more}} more.{{/if}}</div>\n</td>\n</tr>\n{{/if}}",
            "footer": "Sent by {{organisation}}. Your profile says when such messages come together.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "{{figure count}} {{plural count one=\"message\" other=\"messages\"}} for you:\n\n{{#each lines}}\n- {{this}}\n{{/each}}\n{{#if more}}\n{{#if more}}And {{figure more}} more.{{/if}}\n{{/if}}\n\nSent by {{organisation}}. Your profile says when such messages come together.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "{{figure count}} {{plural count one=\"message\" other=\"messages\"}} de {{organisation}}",
            "title": "{{figure count}} {{plural count one=\"message\" other=\"messages\"}} pour vous",
            "preview": "Ce qui est arrivé depuis la dernière fois.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n><ul style=\"margin:0;padding:0 0 0 20px\">{{#each lines}}<li>{{this}}</li>{{/each}}</ul></div>\n</td>\n</tr>\n{{#if more}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{#if more}}Et {{figure more}} {{plural more one=\"autre\" other=\"autres\"}}.{{/if}}</div>\n</td>\n</tr>\n{{/if}}",
            "footer": "Envoyé par {{organisation}}. Votre profil dit quand ces messages arrivent ensemble.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "{{figure count}} {{plural count one=\"message\" other=\"messages\"}} pour vous :\n\n{{#each lines}}\n- {{this}}\n{{/each}}\n{{#if more}}\n{{#if more}}Et {{figure more}} {{plural more one=\"autre\" other=\"autres\"}}.{{/if}}\n{{/if}}\n\nEnvoyé par {{organisation}}. Votre profil dit quand ces messages arrivent ensemble.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "count",
          "lines"
        ],
        "lists": [
          "lines"
        ],
        "words": {
          "en": {
            "text": "{{organisation}}, {{figure count}} {{plural count one=\"message\" other=\"messages\"}}: {{#each (first lines 2)}}{{clip this 90}}{{#unless @last}}; {{/unless}}{{/each}}"
          },
          "fr": {
            "text": "{{organisation}}, {{figure count}} {{plural count one=\"message\" other=\"messages\"}} : {{#each (first lines 2)}}{{clip this 90}}{{#unless @last}}; {{/unless}}{{/each}}"
          }
        }
      },
      "slack": {
        "variables": [
          "count",
          "lines",
          "more"
        ],
        "lists": [
          "lines"
        ],
        "words": {
          "en": {
            "text": "{{figure count}} {{plural count one=\"message\" other=\"messages\"}}: {{#each (first lines 3)}}{{clip this 80}}{{#unless @last}}; {{/unless}}{{/each}}",
            "blocks": "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"{{figure count}} {{plural count one=\\\"message\\\" other=\\\"messages\\\"}}\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"{{#each lines}}• {{clip this 250}}\\n{{/each}}\"}},{\"type\":\"context\",\"elements\":[{\"type\":\"mrkdwn\",\"text\":\"What came since the last time. {{#if more}}And {{figure more}} more.{{/if}}\"}]}]"
          },
          "fr": {
            "text": "{{figure count}} {{plural count one=\"message\" other=\"messages\"}} : {{#each (first lines 3)}}{{clip this 80}}{{#unless @last}}; {{/unless}}{{/each}}",
            "blocks": "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"{{figure count}} {{plural count one=\\\"message\\\" other=\\\"messages\\\"}}\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"{{#each lines}}• {{clip this 250}}\\n{{/each}}\"}},{\"type\":\"context\",\"elements\":[{\"type\":\"mrkdwn\",\"text\":\"Ce qui est arrivé depuis la dernière fois. {{#if more}}Et {{figure more}} {{plural more one=\\\"autre\\\" other=\\\"autres\\\"}}.{{/if}}\"}]}]"
          }
        }
      },
      "push": {
        "variables": [
          "count",
          "lines"
        ],
        "lists": [
          "lines"
        ],
        "words": {
          "en": {
            "text": "{{#each (first lines 3)}}{{clip this 80}}{{#unless @last}} · {{/unless}}{{/each}}",
            "title": "{{figure count}} {{plural count one=\"message\" other=\"messages\"}}",
            "link": "/"
          },
          "fr": {
            "text": "{{#each (first lines 3)}}{{clip this 80}}{{#unless @last}} · {{/unless}}{{/each}}",
            "title": "{{figure count}} {{plural count one=\"message\" other=\"messages\"}}",
            "link": "/"
          }
        }
      },
      "inbox": {
        "variables": [
          "count",
          "lines",
          "more"
        ],
        "lists": [
          "lines"
        ],
        "words": {
          "en": {
            "text": "{{#each (first lines 10)}}{{clip this 120}}{{#unless @last}} · {{/unless}}{{/each}}{{#if more}} {{#if more}}And {{figure more}} more.{{/if}}{{/if}}",
            "title": "{{figure count}} {{plural count one=\"message\" other=\"messages\"}} for you"
          },
          "fr": {
            "text": "{{#each (first lines 10)}}{{clip this 120}}{{#unless @last}} · {{/unless}}{{/each}}{{#if more}} {{#if more}}Et {{figure more}} {{plural more one=\"autre\" other=\"autres\"}}.{{/if}}{{/if}}",
            "title": "{{figure count}} {{plural count one=\"message\" other=\"messages\"}} pour vous"
          }
        }
      }
    }
  },
  "host-arrival": {
    "category": "presence",
    "about": {
      "en": "To the host of a visitor who has arrived.",
      "fr": "À l’hôte d’un visiteur qui est arrivé."
    },
    "samples": {
      "company": {
        "visitorName": "Ada Lovelace",
        "company": "Analytical Engines Ltd",
        "siteName": "Vauxhall Walk",
        "answerUrl": "https://members.example.org/h/m4Xq1rT0cVb8yKp2Wd7hJsN5zE3aUoLgQfRiBvC6tHnYkMjPxSwDlGeZuAo9I1T8rV2bKyX4cQ7dFhJmN0pLsEaUwOgRiZtB5vCx"
      },
      "alone": {
        "visitorName": "Zoé Müller",
        "company": "",
        "siteName": "Quayside Studio",
        "answerUrl": "https://members.example.org/h/m4Xq1rT0cVb8yKp2Wd7hJsN5zE3aUoLgQfRiBvC6tHnYkMjPxSwDlGeZuAo9I1T8rV2bKyX4cQ7dFhJmN0pLsEaUwOgRiZtB5vCx"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "answerUrl",
          "company",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "{{visitorName}} is here",
            "title": "{{visitorName}}{{#if company}} ({{company}}){{/if}} is here",
            "preview": "At {{siteName}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Your visitor has arrived at {{siteName}}. Say what happens, so that nobody waits in vain.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{answerUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nAnswer\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because you are the host of this visitor. Nobody reads replies to this mail.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} has arrived at {{siteName}}.\n\nSay what happens, so that nobody waits in vain:\n{{answerUrl}}\n\nSent by {{organisation}} because you are the host of this visitor. Nobody reads replies to this mail.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "{{visitorName}} est là",
            "title": "{{visitorName}}{{#if company}} ({{company}}){{/if}} est là",
            "preview": "À {{siteName}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Votre visiteur est arrivé à {{siteName}}. Dites ce qu’il en est, pour que personne n’attende en vain.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{answerUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nRépondre\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que vous recevez ce visiteur. Personne ne lit les réponses à ce message.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} est arrivé à {{siteName}}.\n\nDites ce qu’il en est, pour que personne n’attende en vain :\n{{answerUrl}}\n\nEnvoyé par {{organisation}} parce que vous recevez ce visiteur. Personne ne lit les réponses à ce message.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "answerUrl",
          "company",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} is at {{siteName}} for you. Reply 1 coming, 2 later, 3 cannot, 4 met. Or: {{answerUrl}}"
          },
          "fr": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} est à {{siteName}} pour vous. Répondez 1 j'arrive, 2 plus tard, 3 impossible, 4 vu. Ou : {{answerUrl}}"
          }
        }
      },
      "push": {
        "variables": [
          "answerUrl",
          "company",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} is here for you.",
            "title": "{{siteName}}",
            "link": "{{answerUrl}}"
          },
          "fr": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} est là pour vous.",
            "title": "{{siteName}}",
            "link": "{{answerUrl}}"
          }
        }
      },
      "inbox": {
        "variables": [
          "answerUrl",
          "company",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} has arrived at {{siteName}} for you. Say what happens, so that nobody waits in vain.",
            "title": "{{visitorName}} is here",
            "link": "{{answerUrl}}"
          },
          "fr": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} est arrivé à {{siteName}} pour vous. Dites ce qu’il en est, pour que personne n’attende en vain.",
            "title": "{{visitorName}} est là",
            "link": "{{answerUrl}}"
          }
        }
      }
    }
  },
  "invitation": {
    "category": "presence",
    "about": {
      "en": "To a visitor who is expected, with a QR code for the door.",
      "fr": "À un visiteur attendu, avec un code QR pour l’entrée."
    },
    "samples": {
      "hosted": {
        "visitorName": "Ada Lovelace",
        "hostName": "Grace Hopper",
        "siteName": "Vauxhall Walk",
        "date": "2026-03-02",
        "time": "09:00–10:30",
        "invitationUrl": "https://members.example.org/i/m4Xq1rT0cVb8yKp2Wd7hJsN5zE3aUoLgQfRiBvC6tHnYkMjPxSwDlGeZuAo9I1T8rV2bKyX4cQ7dFhJmN0pLsEaUwOgRiZtB5vCx"
      },
      "open": {
        "visitorName": "Ada Lovelace",
        "hostName": "",
        "siteName": "Vauxhall Walk",
        "date": "2026-03-02",
        "time": "",
        "invitationUrl": "https://members.example.org/i/m4Xq1rT0cVb8yKp2Wd7hJsN5zE3aUoLgQfRiBvC6tHnYkMjPxSwDlGeZuAo9I1T8rV2bKyX4cQ7dFhJmN0pLsEaUwOgRiZtB5vCx"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "date",
          "hostName",
          "invitationUrl",
          "siteName",
          "time",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "Your visit to {{siteName}} on {{day date}}",
            "title": "Your visit to {{siteName}}",
            "preview": "Show the QR code when you arrive on {{day date}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Hello {{visitorName}}, you are expected on <strong>{{day date style=\"full\"}}</strong>{{#if time}}, {{clock time}}{{/if}}{{#if hostName}}, by {{hostName}}{{/if}}.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{invitationUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nShow my QR code\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Show the QR code when you arrive, from your phone or on paper: it is in this mail as a picture, and behind the button. It signs you in, and out again when you leave.</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because somebody there expects you. You do not know why? Then ignore this mail. Nobody reads replies to it.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "Hello {{visitorName}},\n\nyou are expected at {{siteName}} on {{day date style=\"full\"}}{{#if time}}, {{clock time}}{{/if}}{{#if hostName}}, by {{hostName}}{{/if}}.\n\nShow the QR code when you arrive, from your phone or on paper. It is in this mail as a picture, and here:\n{{invitationUrl}}\n\nIt signs you in, and out again when you leave.\n\nSent by {{organisation}} because somebody there expects you. You do not know why? Then ignore this mail. Nobody reads replies to it.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Votre visite à {{siteName}} le {{day date}}",
            "title": "Votre visite à {{siteName}}",
            "preview": "Présentez le code QR à votre arrivée le {{day date}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Bonjour {{visitorName}}, vous êtes attendu le <strong>{{day date style=\"full\"}}</strong>{{#if time}}, {{clock time}}{{/if}}{{#if hostName}}, par {{hostName}}{{/if}}.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{invitationUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nAfficher mon code QR\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Présentez le code QR à votre arrivée, sur votre téléphone ou sur papier : il est joint à ce message en image, et derrière le bouton. Il vous enregistre à l’arrivée, et de nouveau au départ.</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que quelqu’un vous y attend. Vous ne savez pas pourquoi ? Ignorez alors ce message. Personne ne lit les réponses.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Bonjour {{visitorName}},\n\nvous êtes attendu à {{siteName}} le {{day date style=\"full\"}}{{#if time}}, {{clock time}}{{/if}}{{#if hostName}}, par {{hostName}}{{/if}}.\n\nPrésentez le code QR à votre arrivée, sur votre téléphone ou sur papier. Il est joint à ce message en image, et ici :\n{{invitationUrl}}\n\nIl vous enregistre à l’arrivée, et de nouveau au départ.\n\nEnvoyé par {{organisation}} parce que quelqu’un vous y attend. Vous ne savez pas pourquoi ? Ignorez alors ce message. Personne ne lit les réponses.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      }
    }
  },
  "login": {
    "category": "auth",
    "about": {
      "en": "To somebody who is signing in: the code.",
      "fr": "À quelqu’un qui se connecte : le code."
    },
    "samples": {
      "usual": {
        "code": "123456",
        "expiresMinutes": "15"
      },
      "short": {
        "code": "004217",
        "expiresMinutes": "1"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "code",
          "expiresMinutes"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "Your {{organisation}} sign-in code",
            "title": "Your sign-in code",
            "preview": "Enter it on the page where you are signing in. It works for {{figure expiresMinutes}} {{plural expiresMinutes one=\"minute\" other=\"minutes\"}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Enter it on the page where you are signing in.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"center\" class=\"code\" style=\"background:#e6f0f9;font-size:0px;padding:18px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;font-size:40px;font-weight:700;letter-spacing:6px;line-height:1.2;text-align:center;color:#0b2e4f;\"\n>{{code}}</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>It works for <strong>{{figure expiresMinutes}} {{plural expiresMinutes one=\"minute\" other=\"minutes\"}}</strong>, and once. Do not share it with anyone: we never ask for it.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"quiet\" style=\"font-size:0px;padding:8px 28px 0;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:left;color:#52606d;\"\n>You did not ask for a code? Then somebody may have mistyped an address. Ignore this mail and nothing happens.</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because this address was entered on its sign-in page. Nobody reads replies to it.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "Your {{organisation}} sign-in code:\n\n    {{code}}\n\nEnter it on the page where you are signing in. It works for {{figure expiresMinutes}} {{plural expiresMinutes one=\"minute\" other=\"minutes\"}}, and once.\nDo not share it with anyone: we never ask for it.\n\nYou did not ask for a code? Then somebody may have mistyped an address.\nIgnore this mail and nothing happens.\n\nSent by {{organisation}} because this address was entered on its sign-in page. Nobody reads replies to it.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Votre code de connexion {{organisation}}",
            "title": "Votre code de connexion",
            "preview": "Saisissez-le sur la page où vous vous connectez. Il est valable {{figure expiresMinutes}} {{plural expiresMinutes one=\"minute\" other=\"minutes\"}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Saisissez-le sur la page où vous vous connectez.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"center\" class=\"code\" style=\"background:#e6f0f9;font-size:0px;padding:18px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;font-size:40px;font-weight:700;letter-spacing:6px;line-height:1.2;text-align:center;color:#0b2e4f;\"\n>{{code}}</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Il est valable <strong>{{figure expiresMinutes}} {{plural expiresMinutes one=\"minute\" other=\"minutes\"}}</strong>, une seule fois. Ne le communiquez à personne : nous ne le demandons jamais.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"quiet\" style=\"font-size:0px;padding:8px 28px 0;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:left;color:#52606d;\"\n>Vous n’avez pas demandé de code ? Quelqu’un s’est sans doute trompé d’adresse. Ignorez ce message et il ne se passera rien.</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que cette adresse a été saisie sur sa page de connexion. Personne ne lit les réponses.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Votre code de connexion {{organisation}} :\n\n    {{code}}\n\nSaisissez-le sur la page où vous vous connectez. Il est valable {{figure expiresMinutes}} {{plural expiresMinutes one=\"minute\" other=\"minutes\"}}, une seule fois.\nNe le communiquez à personne : nous ne le demandons jamais.\n\nVous n’avez pas demandé de code ? Quelqu’un s’est sans doute trompé d’adresse.\nIgnorez ce message et il ne se passera rien.\n\nEnvoyé par {{organisation}} parce que cette adresse a été saisie sur sa page de connexion. Personne ne lit les réponses.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "code",
          "expiresMinutes"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{code}} is your {{organisation}} code. It works for {{figure expiresMinutes}} {{plural expiresMinutes one=\"minute\" other=\"minutes\"}}. Do not share it."
          },
          "fr": {
            "text": "{{code}} est votre code {{organisation}}, valable {{figure expiresMinutes}} {{plural expiresMinutes one=\"minute\" other=\"minutes\"}}. Ne le communiquez à personne."
          }
        }
      }
    }
  },
  "password-changed": {
    "category": "auth",
    "about": {
      "en": "To the owner of an account whose password was changed.",
      "fr": "Au titulaire d’un compte dont le mot de passe a été changé."
    },
    "samples": {
      "usual": {
        "link": "https://members.example.org/reset-password"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "link"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "Your {{organisation}} password was changed",
            "title": "Your password was changed",
            "preview": "If that was you, there is nothing to do.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>If that was you, there is nothing to do. Everything that was signed in has been signed out.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>If it was not you, set a new password now and tell your administrator.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{link}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nSet a new password\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} to the owner of the account. Nobody reads replies to it.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "If that was you, there is nothing to do. Everything that was signed in has been signed out.\n\nIf it was not you, set a new password now and tell your administrator.\n\nSet a new password:\n\n    {{link}}\n\nSent by {{organisation}} to the owner of the account. Nobody reads replies to it.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Votre mot de passe {{organisation}} a été changé",
            "title": "Votre mot de passe a été changé",
            "preview": "Si c’était vous, il n’y a rien à faire.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Si c’était vous, il n’y a rien à faire. Toutes les sessions ouvertes ont été fermées.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Sinon, choisissez tout de suite un nouveau mot de passe et prévenez votre administrateur.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{link}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nChoisir un nouveau mot de passe\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} au titulaire du compte. Personne ne lit les réponses.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Si c’était vous, il n’y a rien à faire. Toutes les sessions ouvertes ont été fermées.\n\nSinon, choisissez tout de suite un nouveau mot de passe et prévenez votre administrateur.\n\nChoisir un nouveau mot de passe :\n\n    {{link}}\n\nEnvoyé par {{organisation}} au titulaire du compte. Personne ne lit les réponses.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      }
    }
  },
  "password-reset": {
    "category": "auth",
    "about": {
      "en": "To somebody who forgot the password.",
      "fr": "À quelqu’un qui a oublié son mot de passe."
    },
    "samples": {
      "usual": {
        "link": "https://members.example.org/reset-password/9f8XkQ2mZr7TtYw3LbVnC5pD"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "link"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "Set a new {{organisation}} password",
            "title": "Set a new password",
            "preview": "The link works for half an hour.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Open the page and choose a new password. It ends every sign-in there is, on all devices.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{link}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nChoose a password\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"quiet\" style=\"font-size:0px;padding:8px 28px 0;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:left;color:#52606d;\"\n>The link works for half an hour, and once. You did not ask for it? Ignore this mail, and your password stays as it is.</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because somebody said they forgot the password of this address. Nobody reads replies to it.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "Open the page and choose a new password. It ends every sign-in there is, on all devices.\n\nChoose a password:\n\n    {{link}}\n\nThe link works for half an hour, and once. You did not ask for it? Ignore this mail, and your password stays as it is.\n\nSent by {{organisation}} because somebody said they forgot the password of this address. Nobody reads replies to it.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Choisissez un nouveau mot de passe {{organisation}}",
            "title": "Choisissez un nouveau mot de passe",
            "preview": "Le lien est valable une demi-heure.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Ouvrez la page et choisissez un nouveau mot de passe. Toutes les sessions ouvertes seront fermées, sur tous les appareils.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{link}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nChoisir un mot de passe\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"quiet\" style=\"font-size:0px;padding:8px 28px 0;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:left;color:#52606d;\"\n>Le lien est valable une demi-heure, une seule fois. Vous n’avez rien demandé ? Ignorez ce message, et votre mot de passe reste le même.</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que quelqu’un a dit avoir oublié le mot de passe de cette adresse. Personne ne lit les réponses.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Ouvrez la page et choisissez un nouveau mot de passe. Toutes les sessions ouvertes seront fermées, sur tous les appareils.\n\nChoisir un mot de passe :\n\n    {{link}}\n\nLe lien est valable une demi-heure, une seule fois. Vous n’avez rien demandé ? Ignorez ce message, et votre mot de passe reste le même.\n\nEnvoyé par {{organisation}} parce que quelqu’un a dit avoir oublié le mot de passe de cette adresse. Personne ne lit les réponses.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      }
    }
  },
  "presence": {
    "category": "presence",
    "about": {
      "en": "To the Slack channels of a site: somebody came or went.",
      "fr": "Aux canaux Slack d’un site : quelqu’un est arrivé ou parti."
    },
    "samples": {
      "came": {
        "displayName": "Ada Lovelace",
        "movement": "in",
        "count": "3",
        "siteName": "Vauxhall Walk"
      },
      "went": {
        "displayName": "Ada Lovelace",
        "movement": "out",
        "count": "1",
        "siteName": "Vauxhall Walk"
      },
      "unnamed": {
        "displayName": "",
        "movement": "in",
        "count": "3",
        "siteName": "Vauxhall Walk"
      }
    },
    "channels": {
      "slack": {
        "variables": [
          "count",
          "displayName",
          "movement",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{#if displayName}}{{displayName}}{{else}}Somebody{{/if}} signed {{movement}} · {{figure count}} {{plural count one=\"person\" other=\"people\"}} in",
            "blocks": "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"{{#if displayName}}{{displayName}}{{else}}Somebody{{/if}} signed {{movement}} · {{figure count}} {{plural count one=\\\"person\\\" other=\\\"people\\\"}} in\"}},{\"type\":\"context\",\"elements\":[{\"type\":\"mrkdwn\",\"text\":\"{{siteName}}\"}]}]"
          },
          "fr": {
            "text": "{{#if displayName}}{{displayName}}{{else}}Quelqu’un{{/if}} {{#if (same movement \"in\")}}est arrivé{{else}}est parti{{/if}} · {{figure count}} {{plural count one=\"personne présente\" other=\"personnes présentes\"}}",
            "blocks": "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"{{#if displayName}}{{displayName}}{{else}}Quelqu’un{{/if}} {{#if (same movement \\\"in\\\")}}est arrivé{{else}}est parti{{/if}} · {{figure count}} {{plural count one=\\\"personne présente\\\" other=\\\"personnes présentes\\\"}}\"}},{\"type\":\"context\",\"elements\":[{\"type\":\"mrkdwn\",\"text\":\"{{siteName}}\"}]}]"
          }
        }
      }
    }
  },
  "presence-board": {
    "category": "presence",
    "about": {
      "en": "To the Slack channels of a site that keep one message up to date: who is inside.",
      "fr": "Aux canaux Slack d’un site qui gardent un seul message à jour : qui est présent."
    },
    "samples": {
      "named": {
        "displayName": "Ada Lovelace",
        "movement": "in",
        "count": "3",
        "siteName": "Vauxhall Walk",
        "names": "Ada Lovelace, Grace Hopper, Mary Somerville"
      },
      "counted": {
        "displayName": "",
        "movement": "in",
        "count": "1",
        "siteName": "Vauxhall Walk",
        "names": ""
      }
    },
    "channels": {
      "slack": {
        "variables": [
          "count",
          "displayName",
          "movement",
          "names",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{siteName}}: {{figure count}} {{plural count one=\"person\" other=\"people\"}} in{{#if names}}\n{{names}}{{/if}}",
            "blocks": "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"{{siteName}}: {{figure count}} {{plural count one=\\\"person\\\" other=\\\"people\\\"}} in\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"{{names}}\"}},{\"type\":\"context\",\"elements\":[{\"type\":\"mrkdwn\",\"text\":\"Latest: {{#if displayName}}{{displayName}}{{else}}somebody{{/if}} signed {{movement}}\"}]}]"
          },
          "fr": {
            "text": "{{siteName}} : {{figure count}} {{plural count one=\"personne présente\" other=\"personnes présentes\"}}{{#if names}}\n{{names}}{{/if}}",
            "blocks": "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"{{siteName}} : {{figure count}} {{plural count one=\\\"personne présente\\\" other=\\\"personnes présentes\\\"}}\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"{{names}}\"}},{\"type\":\"context\",\"elements\":[{\"type\":\"mrkdwn\",\"text\":\"Dernier mouvement : {{#if displayName}}{{displayName}}{{else}}quelqu’un{{/if}} {{#if (same movement \\\"in\\\")}}est arrivé{{else}}est parti{{/if}}\"}]}]"
          }
        }
      }
    }
  },
  "reminder": {
    "category": "reminder",
    "about": {
      "en": "To somebody who is signed in, around noon: please sign out whenever you leave.",
      "fr": "À quelqu’un de présent, vers midi : pensez à signaler votre départ."
    },
    "samples": {
      "usual": {
        "firstName": "Ada",
        "siteName": "Vauxhall Walk",
        "siteUrl": "https://members.example.org/?site=vw",
        "signOutUrl": "https://members.example.org/o/m4Xq1rT0cVb8yKp2Wd7hJsN5zE3aUoLgQfRiBvC6tHnYkMjPxSwDlGeZuAo9I1T8rV2bKyX4cQ7dFhJmN0pLsEaUwOgRiZtB5vCx",
        "signedInAt": "09:05"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "firstName",
          "signOutUrl",
          "signedInAt",
          "siteName",
          "siteUrl"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "Remember to sign out of {{siteName}}",
            "title": "You are signed in at {{siteName}}",
            "preview": "Please sign out whenever you leave the building.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Hello {{firstName}}, thank you for signing in at {{clock signedInAt}}. Please sign out whenever you leave, also for lunch: then everybody knows who is in the building if something happens.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{signOutUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nI have left: sign me out\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Not leaving yet? The button works until the end of the day. Or open <a href=\"{{siteUrl}}\">your status page</a>.</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because you are signed in at {{siteName}}. You can turn reminders off in your profile. Nobody reads replies to this mail.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "Hello {{firstName}},\n\nthank you for signing in at {{siteName}} at {{clock signedInAt}}. Please sign out whenever you leave, also for lunch.\n\nAlready gone? Sign out here:\n{{signOutUrl}}\n\nYour status: {{siteUrl}}\n\nSent by {{organisation}} because you are signed in at {{siteName}}. You can turn reminders off in your profile. Nobody reads replies to this mail.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Pensez à signaler votre départ de {{siteName}}",
            "title": "Vous êtes présent à {{siteName}}",
            "preview": "Signalez votre départ chaque fois que vous quittez le bâtiment.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Bonjour {{firstName}}, merci d’avoir signalé votre arrivée à {{clock signedInAt}}. Signalez aussi votre départ chaque fois que vous sortez, même pour déjeuner : tout le monde sait alors qui est dans le bâtiment s’il arrive quelque chose.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{signOutUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nJe suis parti : signalez-le\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Vous restez encore ? Le bouton fonctionne jusqu’à la fin de la journée. Ou ouvrez <a href=\"{{siteUrl}}\">votre page d’état</a>.</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que vous êtes présent à {{siteName}}. Vous pouvez désactiver les rappels dans votre profil. Personne ne lit les réponses.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Bonjour {{firstName}},\n\nmerci d’avoir signalé votre arrivée à {{siteName}} à {{clock signedInAt}}. Signalez aussi votre départ chaque fois que vous sortez, même pour déjeuner.\n\nDéjà parti ? Signalez-le ici :\n{{signOutUrl}}\n\nVotre état : {{siteUrl}}\n\nEnvoyé par {{organisation}} parce que vous êtes présent à {{siteName}}. Vous pouvez désactiver les rappels dans votre profil. Personne ne lit les réponses.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "signOutUrl",
          "signedInAt",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "You signed in at {{siteName}} at {{clock signedInAt}}. Leaving? Sign out: {{signOutUrl}}"
          },
          "fr": {
            "text": "Arrivée à {{siteName}} à {{clock signedInAt}}. Vous partez ? Signalez-le : {{signOutUrl}}"
          }
        }
      },
      "push": {
        "variables": [
          "signOutUrl",
          "signedInAt",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "You signed in at {{clock signedInAt}}. Please sign out whenever you leave.",
            "title": "{{siteName}}",
            "link": "{{signOutUrl}}"
          },
          "fr": {
            "text": "Arrivée à {{clock signedInAt}}. Signalez votre départ quand vous sortez.",
            "title": "{{siteName}}",
            "link": "{{signOutUrl}}"
          }
        }
      },
      "inbox": {
        "variables": [
          "signOutUrl",
          "signedInAt",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "You signed in at {{clock signedInAt}}. Please sign out whenever you leave, also for lunch.",
            "title": "Remember to sign out of {{siteName}}",
            "link": "{{signOutUrl}}"
          },
          "fr": {
            "text": "Arrivée à {{clock signedInAt}}. Signalez votre départ chaque fois que vous sortez, même pour déjeuner.",
            "title": "Pensez à signaler votre départ de {{siteName}}",
            "link": "{{signOutUrl}}"
          }
        }
      }
    }
  },
  "reminder_pm": {
    "category": "reminder",
    "about": {
      "en": "To somebody who is still signed in at the end of the day.",
      "fr": "À quelqu’un qui est encore présent en fin de journée."
    },
    "samples": {
      "usual": {
        "firstName": "Ada",
        "siteName": "Quayside Studio",
        "siteUrl": "https://members.example.org/?site=vw",
        "signOutUrl": "https://members.example.org/o/m4Xq1rT0cVb8yKp2Wd7hJsN5zE3aUoLgQfRiBvC6tHnYkMjPxSwDlGeZuAo9I1T8rV2bKyX4cQ7dFhJmN0pLsEaUwOgRiZtB5vCx",
        "signedInAt": "09:05"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "firstName",
          "signOutUrl",
          "signedInAt",
          "siteName",
          "siteUrl"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "Still at {{siteName}}?",
            "title": "Still at {{siteName}}?",
            "preview": "Sign out with one tap when you leave.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Hello {{firstName}}, we hope it was a good day. You signed in at {{clock signedInAt}} and have not signed out yet. If you have left, or when you do, one tap is enough.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{signOutUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nSign me out\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Still there? Then there is nothing to do now. Your <a href=\"{{siteUrl}}\">status page</a> has the same button.</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because you are signed in at {{siteName}}. You can turn reminders off in your profile. Nobody reads replies to this mail.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "Hello {{firstName}},\n\nwe hope it was a good day. You signed in at {{siteName}} at {{clock signedInAt}} and have not signed out yet.\n\nSign out here when you leave, or if you have left:\n{{signOutUrl}}\n\nYour status: {{siteUrl}}\n\nSent by {{organisation}} because you are signed in at {{siteName}}. You can turn reminders off in your profile. Nobody reads replies to this mail.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Encore à {{siteName}} ?",
            "title": "Encore à {{siteName}} ?",
            "preview": "Signalez votre départ d’une touche.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Bonjour {{firstName}}, nous espérons que la journée a été bonne. Vous êtes arrivé à {{clock signedInAt}} et n’avez pas encore signalé votre départ. Si vous êtes parti, ou quand vous partirez, une touche suffit.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{signOutUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nSignaler mon départ\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Toujours là ? Il n’y a alors rien à faire. Votre <a href=\"{{siteUrl}}\">page d’état</a> a le même bouton.</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que vous êtes présent à {{siteName}}. Vous pouvez désactiver les rappels dans votre profil. Personne ne lit les réponses.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Bonjour {{firstName}},\n\nnous espérons que la journée a été bonne. Vous êtes arrivé à {{siteName}} à {{clock signedInAt}} et n’avez pas encore signalé votre départ.\n\nSignalez-le ici quand vous partez, ou si vous êtes parti :\n{{signOutUrl}}\n\nVotre état : {{siteUrl}}\n\nEnvoyé par {{organisation}} parce que vous êtes présent à {{siteName}}. Vous pouvez désactiver les rappels dans votre profil. Personne ne lit les réponses.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "signOutUrl",
          "signedInAt",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "Still at {{siteName}}? You signed in at {{clock signedInAt}}. Sign out when you leave: {{signOutUrl}}"
          },
          "fr": {
            "text": "Encore à {{siteName}} ? Arrivée à {{clock signedInAt}}. Signalez votre départ : {{signOutUrl}}"
          }
        }
      },
      "push": {
        "variables": [
          "signOutUrl",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "You have not signed out yet. Tap when you leave.",
            "title": "Still at {{siteName}}?",
            "link": "{{signOutUrl}}"
          },
          "fr": {
            "text": "Vous n’avez pas signalé votre départ. Touchez quand vous partez.",
            "title": "Encore à {{siteName}} ?",
            "link": "{{signOutUrl}}"
          }
        }
      },
      "inbox": {
        "variables": [
          "signOutUrl",
          "signedInAt",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "You signed in at {{clock signedInAt}} and have not signed out yet.",
            "title": "Still at {{siteName}}?",
            "link": "{{signOutUrl}}"
          },
          "fr": {
            "text": "Vous êtes arrivé à {{clock signedInAt}} et n’avez pas encore signalé votre départ.",
            "title": "Encore à {{siteName}} ?",
            "link": "{{signOutUrl}}"
          }
        }
      }
    }
  },
  "report-export": {
    "category": "presence",
    "about": {
      "en": "To those whom a scheduled report goes to, with the file.",
      "fr": "À ceux qui reçoivent un rapport programmé, avec le fichier."
    },
    "samples": {
      "attached": {
        "exportName": "Weekly visits",
        "siteName": "Vauxhall Walk",
        "to": "2026-03-01",
        "rows": "1204",
        "tooLarge": "",
        "from": "2026-02-23"
      },
      "tooLarge": {
        "exportName": "Weekly visits",
        "siteName": "Vauxhall Walk",
        "to": "2026-03-01",
        "rows": "1204",
        "tooLarge": "yes",
        "from": "2026-02-23"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "exportName",
          "from",
          "rows",
          "siteName",
          "to",
          "tooLarge"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "{{exportName}}: {{siteName}}, {{day from style=\"medium\"}} to {{day to style=\"medium\"}}",
            "title": "{{exportName}}",
            "preview": "{{siteName}}, {{day from}} to {{day to}}",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{siteName}}, {{day from}} to {{day to}}.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{#if tooLarge}}The report is too large for a mail. Ask for it on the reports page, or for fewer days.{{else}}The report is attached: {{figure rows}} {{plural rows one=\"row\" other=\"rows\"}}.{{/if}}</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} as scheduled by the administrators of {{siteName}}. Nobody reads replies to it.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "{{exportName}}\n{{siteName}}, {{day from}} to {{day to}}\n\n{{#if tooLarge}}The report is too large for a mail. Ask for it on the reports page, or for fewer days.{{else}}The report is attached: {{figure rows}} {{plural rows one=\"row\" other=\"rows\"}}.{{/if}}\n\nSent by {{organisation}} as scheduled by the administrators of {{siteName}}. Nobody reads replies to it.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "{{exportName}} : {{siteName}}, du {{day from style=\"medium\"}} au {{day to style=\"medium\"}}",
            "title": "{{exportName}}",
            "preview": "{{siteName}}, du {{day from}} au {{day to}}",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{siteName}}, du {{day from}} au {{day to}}.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{#if tooLarge}}Le rapport est trop volumineux pour un courriel. Demandez-le sur la page des rapports, ou pour moins de jours.{{else}}Le rapport est joint : {{figure rows}} {{plural rows one=\"ligne\" other=\"lignes\"}}.{{/if}}</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} comme programmé par les administrateurs de {{siteName}}. Personne ne lit les réponses.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "{{exportName}}\n{{siteName}}, du {{day from}} au {{day to}}\n\n{{#if tooLarge}}Le rapport est trop volumineux pour un courriel. Demandez-le sur la page des rapports, ou pour moins de jours.{{else}}Le rapport est joint : {{figure rows}} {{plural rows one=\"ligne\" other=\"lignes\"}}.{{/if}}\n\nEnvoyé par {{organisation}} comme programmé par les administrateurs de {{siteName}}. Personne ne lit les réponses.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "inbox": {
        "variables": [
          "exportName",
          "from",
          "rows",
          "siteName",
          "to",
          "tooLarge"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{#if tooLarge}}The report is too large for a mail.{{else}}The report has {{figure rows}} {{plural rows one=\"row\" other=\"rows\"}}.{{/if}} The reports page has it: {{day from}} to {{day to}}.",
            "title": "{{exportName}}: {{siteName}}",
            "link": "/reports"
          },
          "fr": {
            "text": "{{#if tooLarge}}Le rapport est trop volumineux pour un courriel.{{else}}Le rapport compte {{figure rows}} {{plural rows one=\"ligne\" other=\"lignes\"}}.{{/if}} La page des rapports le donne : du {{day from}} au {{day to}}.",
            "title": "{{exportName}} : {{siteName}}",
            "link": "/reports"
          }
        }
      }
    }
  },
  "service-confirm": {
    "category": "auth",
    "about": {
      "en": "To an address that a service gives for somebody who signs in with it.",
      "fr": "À une adresse qu’un service donne pour quelqu’un qui se connecte par lui."
    },
    "samples": {
      "usual": {
        "service": "Microsoft",
        "link": "https://members.example.org/confirm/9f8XkQ2mZr7TtYw3LbVnC5pD"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "link",
          "service"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "Confirm signing in to {{organisation}} with {{service}}",
            "title": "Is this {{service}} account yours?",
            "preview": "One press of a button, and {{service}} signs you in.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Somebody signed in to {{organisation}} with a {{service}} account that gives this address. {{service}} does not prove that the address is theirs, so we ask you: open the page and press the button there, and from then on that {{service}} account signs you in.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{link}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nOpen the page\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"quiet\" style=\"font-size:0px;padding:8px 28px 0;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:left;color:#52606d;\"\n>The link works for a day, and once. It was not you? Do not open the link: without it nothing comes of this.</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because a {{service}} account gave this address. Nobody reads replies to it.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "Somebody signed in to {{organisation}} with a {{service}} account that gives this address. {{service}} does not prove that the address is theirs, so we ask you: open the page and press the button there, and from then on that {{service}} account signs you in.\n\nOpen the page:\n\n    {{link}}\n\nThe link works for a day, and once. It was not you? Do not open the link: without it nothing comes of this.\n\nSent by {{organisation}} because a {{service}} account gave this address. Nobody reads replies to it.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Confirmez la connexion à {{organisation}} avec {{service}}",
            "title": "Ce compte {{service}} est-il le vôtre ?",
            "preview": "Un bouton à presser, et {{service}} vous connecte.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Quelqu’un s’est connecté à {{organisation}} avec un compte {{service}} qui donne cette adresse. {{service}} ne prouve pas que l’adresse est la sienne ; nous vous le demandons donc : ouvrez la page et pressez le bouton, et ce compte {{service}} vous connectera désormais.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{link}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nOuvrir la page\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"quiet\" style=\"font-size:0px;padding:8px 28px 0;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:left;color:#52606d;\"\n>Le lien est valable un jour, une seule fois. Ce n’était pas vous ? N’ouvrez pas le lien : sans lui, rien ne se passera.</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce qu’un compte {{service}} a donné cette adresse. Personne ne lit les réponses.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Quelqu’un s’est connecté à {{organisation}} avec un compte {{service}} qui donne cette adresse. {{service}} ne prouve pas que l’adresse est la sienne ; nous vous le demandons donc : ouvrez la page et pressez le bouton, et ce compte {{service}} vous connectera désormais.\n\nOuvrir la page :\n\n    {{link}}\n\nLe lien est valable un jour, une seule fois. Ce n’était pas vous ? N’ouvrez pas le lien : sans lui, rien ne se passera.\n\nEnvoyé par {{organisation}} parce qu’un compte {{service}} a donné cette adresse. Personne ne lit les réponses.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      }
    }
  },
  "service-linked": {
    "category": "auth",
    "about": {
      "en": "To the owner of an account that another service now opens.",
      "fr": "Au titulaire d’un compte qu’un autre service ouvre désormais."
    },
    "samples": {
      "usual": {
        "service": "Google",
        "link": "https://members.example.org/profile"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "link",
          "service"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "{{service}} now signs you in to {{organisation}}",
            "title": "{{service}} now signs you in",
            "preview": "If that was you, there is nothing to do.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>A {{service}} account was added to your account at {{organisation}}. Whoever has it can sign in as you.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>If that was not you, remove it from your profile now and tell your administrator.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{link}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nOpen your profile\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} to the owner of the account. Nobody reads replies to it.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "A {{service}} account was added to your account at {{organisation}}. Whoever has it can sign in as you.\n\nIf that was not you, remove it from your profile now and tell your administrator.\n\nOpen your profile:\n\n    {{link}}\n\nSent by {{organisation}} to the owner of the account. Nobody reads replies to it.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "{{service}} vous connecte désormais à {{organisation}}",
            "title": "{{service}} vous connecte désormais",
            "preview": "Si c’était vous, il n’y a rien à faire.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Un compte {{service}} a été ajouté à votre compte chez {{organisation}}. Qui le détient peut se connecter à votre place.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Si ce n’était pas vous, retirez-le tout de suite de votre profil et prévenez votre administrateur.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{link}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nOuvrir votre profil\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} au titulaire du compte. Personne ne lit les réponses.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Un compte {{service}} a été ajouté à votre compte chez {{organisation}}. Qui le détient peut se connecter à votre place.\n\nSi ce n’était pas vous, retirez-le tout de suite de votre profil et prévenez votre administrateur.\n\nOuvrir votre profil :\n\n    {{link}}\n\nEnvoyé par {{organisation}} au titulaire du compte. Personne ne lit les réponses.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      }
    }
  },
  "shift_changed": {
    "category": "volunteer",
    "about": {
      "en": "To volunteers of a shift that was moved or cancelled.",
      "fr": "Aux bénévoles d’une mission déplacée ou annulée."
    },
    "samples": {
      "moved": {
        "firstName": "Ada",
        "title": "Front desk",
        "startsAt": "2026-03-02 09:00",
        "isCancelled": "",
        "reason": "",
        "shiftUrl": "https://members.example.org/shifts/01JQ8Z7M4T3N"
      },
      "cancelled": {
        "firstName": "Anna-Katharina Wolfeschlegelstein",
        "title": "Repair workshop for bicycles, wheelchairs and everything else on wheels",
        "startsAt": "2026-12-24 17:30",
        "isCancelled": "yes",
        "reason": "The building is closed that day: the heating is being repaired, and it will be too cold to work.",
        "shiftUrl": "https://members.example.org/shifts/01JQ8Z7M4T3NK5V6W7X8Y9Z0AB"
      },
      "explained": {
        "firstName": "Zoé",
        "title": "Accueil",
        "startsAt": "2026-08-03 18:00",
        "isCancelled": "",
        "reason": "More of you can come in the evening.",
        "shiftUrl": "https://members.example.org/shifts/01JQ8Z7M4T3N"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "firstName",
          "isCancelled",
          "reason",
          "shiftUrl",
          "startsAt",
          "title"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "{{#if isCancelled}}Cancelled{{else}}Changed{{/if}}: {{clip title 40}}, {{moment startsAt style=\"short\"}}",
            "title": "{{#if isCancelled}}Your shift is cancelled{{else}}Your shift has changed{{/if}}",
            "preview": "{{title}}, {{moment startsAt}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Hello {{firstName}}, {{#if isCancelled}}this shift does not take place: {{title}}, {{moment startsAt}}. You need not come.{{else}}your shift has changed: {{title}}. Start: {{moment startsAt}}. You cannot come then? Please say so on its page.{{/if}}</div>\n</td>\n</tr>\n{{#if reason}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>“{{reason}}”</div>\n</td>\n</tr>\n{{/if}}\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{shiftUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nSee the shift\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because you signed up for this shift. Nobody reads replies to this mail.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "Hello {{firstName}}, {{#if isCancelled}}this shift does not take place: {{title}}, {{moment startsAt}}. You need not come.{{else}}your shift has changed: {{title}}. Start: {{moment startsAt}}. You cannot come then? Please say so on its page.{{/if}}\n{{#if reason}}\n\n“{{reason}}”\n{{/if}}\n\nSee the shift:\n{{shiftUrl}}\n\nSent by {{organisation}} because you signed up for this shift. Nobody reads replies to this mail.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "{{#if isCancelled}}Annulée{{else}}Modifiée{{/if}} : {{clip title 40}}, {{moment startsAt style=\"short\"}}",
            "title": "{{#if isCancelled}}Votre mission est annulée{{else}}Votre mission a changé{{/if}}",
            "preview": "{{title}}, {{moment startsAt}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Bonjour {{firstName}}, {{#if isCancelled}}cette mission n’a pas lieu : {{title}}, {{moment startsAt}}. Vous n’avez pas à venir.{{else}}votre mission a changé : {{title}}. Début : {{moment startsAt}}. Vous ne pouvez pas venir ? Dites-le sur sa page.{{/if}}</div>\n</td>\n</tr>\n{{#if reason}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>« {{reason}} »</div>\n</td>\n</tr>\n{{/if}}\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{shiftUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nVoir la mission\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que vous participez à cette mission. Personne ne lit les réponses à ce message.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Bonjour {{firstName}}, {{#if isCancelled}}cette mission n’a pas lieu : {{title}}, {{moment startsAt}}. Vous n’avez pas à venir.{{else}}votre mission a changé : {{title}}. Début : {{moment startsAt}}. Vous ne pouvez pas venir ? Dites-le sur sa page.{{/if}}\n{{#if reason}}\n\n« {{reason}} »\n{{/if}}\n\nVoir la mission :\n{{shiftUrl}}\n\nEnvoyé par {{organisation}} parce que vous participez à cette mission. Personne ne lit les réponses à ce message.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "isCancelled",
          "reason",
          "shiftUrl",
          "startsAt",
          "title"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{#if isCancelled}}Shift cancelled: {{clip title 40}}, {{moment startsAt style=\"short\"}}. You need not come.{{else}}Your shift has changed: {{clip title 40}}, {{moment startsAt style=\"short\"}}.{{/if}}{{#if reason}} \"{{clip reason 60}}\"{{/if}} {{shiftUrl}}"
          },
          "fr": {
            "text": "{{#if isCancelled}}Mission annulée : {{clip title 40}}, {{moment startsAt style=\"short\"}}. Ne venez pas.{{else}}Mission modifiée : {{clip title 40}}, {{moment startsAt style=\"short\"}}.{{/if}}{{#if reason}} \"{{clip reason 60}}\"{{/if}} {{shiftUrl}}"
          }
        }
      },
      "push": {
        "variables": [
          "isCancelled",
          "shiftUrl",
          "startsAt",
          "title"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{title}}, {{moment startsAt style=\"short\"}}",
            "title": "{{#if isCancelled}}Your shift is cancelled{{else}}Your shift has changed{{/if}}",
            "link": "{{shiftUrl}}"
          },
          "fr": {
            "text": "{{title}}, {{moment startsAt style=\"short\"}}",
            "title": "{{#if isCancelled}}Votre mission est annulée{{else}}Votre mission a changé{{/if}}",
            "link": "{{shiftUrl}}"
          }
        }
      },
      "inbox": {
        "variables": [
          "isCancelled",
          "reason",
          "shiftUrl",
          "startsAt",
          "title"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{#if isCancelled}}This shift does not take place: {{title}}, {{moment startsAt}}. You need not come.{{else}}Your shift has changed: {{title}}. Start: {{moment startsAt}}. You cannot come then? Please say so on its page.{{/if}}{{#if reason}} “{{reason}}”{{/if}}",
            "title": "{{#if isCancelled}}Cancelled{{else}}Changed{{/if}}: {{clip title 40}}, {{moment startsAt style=\"short\"}}",
            "link": "{{shiftUrl}}"
          },
          "fr": {
            "text": "{{#if isCancelled}}Cette mission n’a pas lieu : {{title}}, {{moment startsAt}}. Vous n’avez pas à venir.{{else}}Votre mission a changé : {{title}}. Début : {{moment startsAt}}. Vous ne pouvez pas venir ? Dites-le sur sa page.{{/if}}{{#if reason}} « {{reason}} »{{/if}}",
            "title": "{{#if isCancelled}}Annulée{{else}}Modifiée{{/if}} : {{clip title 40}}, {{moment startsAt style=\"short\"}}",
            "link": "{{shiftUrl}}"
          }
        }
      }
    }
  },
  "shift_reminder": {
    "category": "volunteer",
    "about": {
      "en": "To a volunteer whose shift is near: what, when and where.",
      "fr": "À un bénévole dont la mission approche : quoi, quand et où."
    },
    "samples": {
      "usual": {
        "firstName": "Ada",
        "title": "Front desk",
        "startsAt": "2026-03-02 09:00",
        "place": "Vauxhall Walk",
        "shiftUrl": "https://members.example.org/shifts/01JQ8Z7M4T3N"
      },
      "long": {
        "firstName": "Anna-Katharina Wolfeschlegelstein",
        "title": "Repair workshop for bicycles, wheelchairs and everything else on wheels",
        "startsAt": "2026-12-24 17:30",
        "place": "Quayside Studio, second floor, behind the library, 14 Long Harbour Street",
        "shiftUrl": "https://members.example.org/shifts/01JQ8Z7M4T3NK5V6W7X8Y9Z0AB"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "firstName",
          "place",
          "shiftUrl",
          "startsAt",
          "title"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "Your shift: {{clip title 40}}, {{moment startsAt style=\"short\"}}",
            "title": "Your shift is near",
            "preview": "{{title}}, {{moment startsAt}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Hello {{firstName}}, thank you for helping. This is when we count on you:</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>What: <strong>{{title}}</strong><br />When: {{moment startsAt}}<br />Where: {{place}}</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{shiftUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nSee the shift\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"quiet\" style=\"font-size:0px;padding:8px 28px 0;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:left;color:#52606d;\"\n>You cannot come? Please say so there, so that somebody else can take your place.</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because you signed up for this shift. Nobody reads replies to this mail.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "Hello {{firstName}}, thank you for helping. This is when we count on you:\n\nWhat: {{title}}\nWhen: {{moment startsAt}}\nWhere: {{place}}\n\nSee the shift:\n{{shiftUrl}}\n\nYou cannot come? Please say so there, so that somebody else can take your place.\n\nSent by {{organisation}} because you signed up for this shift. Nobody reads replies to this mail.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Votre mission : {{clip title 40}}, {{moment startsAt style=\"short\"}}",
            "title": "Votre mission approche",
            "preview": "{{title}}, {{moment startsAt}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Bonjour {{firstName}}, merci de votre aide. Voici quand nous comptons sur vous :</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Quoi : <strong>{{title}}</strong><br />Quand : {{moment startsAt}}<br />Où : {{place}}</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{shiftUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nVoir la mission\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"quiet\" style=\"font-size:0px;padding:8px 28px 0;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:left;color:#52606d;\"\n>Vous ne pouvez pas venir ? Dites-le sur cette page, pour que quelqu’un d’autre prenne votre place.</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que vous participez à cette mission. Personne ne lit les réponses à ce message.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Bonjour {{firstName}}, merci de votre aide. Voici quand nous comptons sur vous :\n\nQuoi : {{title}}\nQuand : {{moment startsAt}}\nOù : {{place}}\n\nVoir la mission :\n{{shiftUrl}}\n\nVous ne pouvez pas venir ? Dites-le sur cette page, pour que quelqu’un d’autre prenne votre place.\n\nEnvoyé par {{organisation}} parce que vous participez à cette mission. Personne ne lit les réponses à ce message.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "place",
          "shiftUrl",
          "startsAt",
          "title"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "Your shift: {{clip title 40}}, {{moment startsAt style=\"short\"}} ({{clip place 40}}). Cannot come? {{shiftUrl}}"
          },
          "fr": {
            "text": "Votre mission : {{clip title 40}}, {{moment startsAt style=\"short\"}} ({{clip place 40}}). Impossible ? {{shiftUrl}}"
          }
        }
      },
      "push": {
        "variables": [
          "place",
          "shiftUrl",
          "startsAt",
          "title"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{moment startsAt style=\"short\"}}, {{place}}",
            "title": "{{title}}",
            "link": "{{shiftUrl}}"
          },
          "fr": {
            "text": "{{moment startsAt style=\"short\"}}, {{place}}",
            "title": "{{title}}",
            "link": "{{shiftUrl}}"
          }
        }
      },
      "inbox": {
        "variables": [
          "place",
          "shiftUrl",
          "startsAt",
          "title"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "What: {{title}}. When: {{moment startsAt}}. Where: {{place}}. You cannot come? Please say so there, so that somebody else can take your place.",
            "title": "Your shift is near",
            "link": "{{shiftUrl}}"
          },
          "fr": {
            "text": "Quoi : {{title}}. Quand : {{moment startsAt}}. Où : {{place}}. Vous ne pouvez pas venir ? Dites-le sur cette page, pour que quelqu’un d’autre prenne votre place.",
            "title": "Votre mission approche",
            "link": "{{shiftUrl}}"
          }
        }
      }
    }
  },
  "sign-up-confirm": {
    "category": "auth",
    "about": {
      "en": "To somebody who asks for an account: is the address theirs?",
      "fr": "À quelqu’un qui demande un compte : l’adresse est-elle la sienne ?"
    },
    "samples": {
      "usual": {
        "link": "https://members.example.org/confirm/9f8XkQ2mZr7TtYw3LbVnC5pD"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "link"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "Confirm your {{organisation}} account",
            "title": "Confirm your account",
            "preview": "One press of a button, and your account is there.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Somebody asked for an account at {{organisation}} with this address. Open the page and press the button there, and the account is yours.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{link}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nOpen the page\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"quiet\" style=\"font-size:0px;padding:8px 28px 0;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:left;color:#52606d;\"\n>The link works for a day, and once. You did not ask for an account? Do not open the link: without it nothing comes of this, and the password that was chosen is forgotten.</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because this address was entered on its sign-up page. Nobody reads replies to it.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "Somebody asked for an account at {{organisation}} with this address. Open the page and press the button there, and the account is yours.\n\nOpen the page:\n\n    {{link}}\n\nThe link works for a day, and once. You did not ask for an account? Do not open the link: without it nothing comes of this, and the password that was chosen is forgotten.\n\nSent by {{organisation}} because this address was entered on its sign-up page. Nobody reads replies to it.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Confirmez votre compte {{organisation}}",
            "title": "Confirmez votre compte",
            "preview": "Un bouton à presser, et votre compte est là.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Quelqu’un a demandé un compte chez {{organisation}} avec cette adresse. Ouvrez la page et pressez le bouton, et le compte est à vous.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{link}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nOuvrir la page\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"quiet\" style=\"font-size:0px;padding:8px 28px 0;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:left;color:#52606d;\"\n>Le lien est valable un jour, une seule fois. Vous n’avez pas demandé de compte ? N’ouvrez pas le lien : sans lui, rien ne se passera, et le mot de passe choisi est oublié.</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que cette adresse a été saisie sur sa page d’inscription. Personne ne lit les réponses.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Quelqu’un a demandé un compte chez {{organisation}} avec cette adresse. Ouvrez la page et pressez le bouton, et le compte est à vous.\n\nOuvrir la page :\n\n    {{link}}\n\nLe lien est valable un jour, une seule fois. Vous n’avez pas demandé de compte ? N’ouvrez pas le lien : sans lui, rien ne se passera, et le mot de passe choisi est oublié.\n\nEnvoyé par {{organisation}} parce que cette adresse a été saisie sur sa page d’inscription. Personne ne lit les réponses.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      }
    }
  },
  "sign-up-exists": {
    "category": "auth",
    "about": {
      "en": "To somebody who asks for an account and has one.",
      "fr": "À quelqu’un qui demande un compte et en a déjà un."
    },
    "samples": {
      "usual": {
        "link": "https://members.example.org/reset-password"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "link"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "You have a {{organisation}} account already",
            "title": "You have an account already",
            "preview": "Somebody tried to sign up with your address.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Somebody asked for an account at {{organisation}} with this address, and there is one: yours. Sign in as you always do. If you forgot your password, set a new one.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{link}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nSet a new password\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"quiet\" style=\"font-size:0px;padding:8px 28px 0;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:left;color:#52606d;\"\n>It was not you? Then nothing has happened, and there is nothing to do.</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because this address was entered on its sign-up page. Nobody reads replies to it.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "Somebody asked for an account at {{organisation}} with this address, and there is one: yours. Sign in as you always do. If you forgot your password, set a new one.\n\nSet a new password:\n\n    {{link}}\n\nIt was not you? Then nothing has happened, and there is nothing to do.\n\nSent by {{organisation}} because this address was entered on its sign-up page. Nobody reads replies to it.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Vous avez déjà un compte {{organisation}}",
            "title": "Vous avez déjà un compte",
            "preview": "Quelqu’un a voulu s’inscrire avec votre adresse.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Quelqu’un a demandé un compte chez {{organisation}} avec cette adresse, et il en existe un : le vôtre. Connectez-vous comme d’habitude. Si vous avez oublié votre mot de passe, choisissez-en un nouveau.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{link}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nChoisir un nouveau mot de passe\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"quiet\" style=\"font-size:0px;padding:8px 28px 0;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:left;color:#52606d;\"\n>Ce n’était pas vous ? Il ne s’est rien passé, et il n’y a rien à faire.</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que cette adresse a été saisie sur sa page d’inscription. Personne ne lit les réponses.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Quelqu’un a demandé un compte chez {{organisation}} avec cette adresse, et il en existe un : le vôtre. Connectez-vous comme d’habitude. Si vous avez oublié votre mot de passe, choisissez-en un nouveau.\n\nChoisir un nouveau mot de passe :\n\n    {{link}}\n\nCe n’était pas vous ? Il ne s’est rien passé, et il n’y a rien à faire.\n\nEnvoyé par {{organisation}} parce que cette adresse a été saisie sur sa page d’inscription. Personne ne lit les réponses.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      }
    }
  },
  "site-crowded": {
    "category": "presence",
    "about": {
      "en": "To the safety list of a site that fills up.",
      "fr": "À la liste de sécurité d’un site qui se remplit."
    },
    "samples": {
      "usual": {
        "siteName": "Vauxhall Walk",
        "count": "54",
        "capacity": "60"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "capacity",
          "count",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "{{siteName}} is nearly full",
            "title": "{{siteName}} is nearly full",
            "preview": "{{figure count}} of {{figure capacity}} places are taken.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{figure count}} of {{figure capacity}} places are taken.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>You will not be told again until it has emptied and filled once more.</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because you are on the safety list of {{siteName}}.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "{{figure count}} of {{figure capacity}} places at {{siteName}} are taken.\n\nYou will not be told again until it has emptied and filled once more.\n\nSent by {{organisation}} because you are on the safety list of {{siteName}}.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "{{siteName}} est presque plein",
            "title": "{{siteName}} est presque plein",
            "preview": "{{figure count}} places sur {{figure capacity}} sont prises.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{figure count}} places sur {{figure capacity}} sont prises.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Vous ne serez prévenu de nouveau qu’après qu’il se sera vidé et rempli encore une fois.</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que vous êtes sur la liste de sécurité de {{siteName}}.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "À {{siteName}}, {{figure count}} places sur {{figure capacity}} sont prises.\n\nVous ne serez prévenu de nouveau qu’après qu’il se sera vidé et rempli encore une fois.\n\nEnvoyé par {{organisation}} parce que vous êtes sur la liste de sécurité de {{siteName}}.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "capacity",
          "count",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{siteName}} is nearly full: {{figure count}} of {{figure capacity}} places are taken."
          },
          "fr": {
            "text": "{{siteName}} est presque plein : {{figure count}} places sur {{figure capacity}} sont prises."
          }
        }
      },
      "push": {
        "variables": [
          "capacity",
          "count",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{figure count}} of {{figure capacity}} places are taken.",
            "title": "{{siteName}} is nearly full",
            "link": "/"
          },
          "fr": {
            "text": "{{figure count}} places sur {{figure capacity}} sont prises.",
            "title": "{{siteName}} est presque plein",
            "link": "/"
          }
        }
      },
      "inbox": {
        "variables": [
          "capacity",
          "count",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{figure count}} of {{figure capacity}} places are taken.",
            "title": "{{siteName}} is nearly full",
            "link": "/"
          },
          "fr": {
            "text": "{{figure count}} places sur {{figure capacity}} sont prises.",
            "title": "{{siteName}} est presque plein",
            "link": "/"
          }
        }
      }
    }
  },
  "site-message": {
    "category": "presence",
    "about": {
      "en": "To everybody who is inside a site, by somebody in charge of it.",
      "fr": "À toutes les personnes présentes sur un site, par quelqu’un qui en est chargé."
    },
    "samples": {
      "short": {
        "siteName": "Vauxhall Walk",
        "text": "The lift is out of order until noon. Please take the stairs.",
        "senderName": "Olga Officer"
      },
      "long": {
        "siteName": "Quayside Studio",
        "text": "The fire brigade tests the hydrants in the yard at 14:00. It will be loud, and the back door stays shut for half an hour. Nothing has happened and nobody has to leave.",
        "senderName": "Zoé Müller"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "senderName",
          "siteName",
          "text"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "Message to everybody at {{siteName}}",
            "title": "To everybody at {{siteName}}",
            "preview": "{{text}}",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{text}}</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{senderName}}</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because you are signed in at {{siteName}}. Nobody reads replies to this mail.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "To everybody at {{siteName}}:\n\n{{text}}\n\n{{senderName}}\n\nSent by {{organisation}} because you are signed in at {{siteName}}. Nobody reads replies to this mail.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Message à tous à {{siteName}}",
            "title": "À tous à {{siteName}}",
            "preview": "{{text}}",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{text}}</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{senderName}}</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que votre présence à {{siteName}} est signalée. Personne ne lit les réponses à ce message.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "À tous à {{siteName}} :\n\n{{text}}\n\n{{senderName}}\n\nEnvoyé par {{organisation}} parce que votre présence à {{siteName}} est signalée. Personne ne lit les réponses à ce message.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "senderName",
          "siteName",
          "text"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{siteName}}: {{text}} ({{senderName}})"
          },
          "fr": {
            "text": "{{siteName}}: {{text}} ({{senderName}})"
          }
        }
      },
      "push": {
        "variables": [
          "senderName",
          "siteName",
          "text"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{text}} ({{senderName}})",
            "title": "To everybody at {{siteName}}",
            "link": "/"
          },
          "fr": {
            "text": "{{text}} ({{senderName}})",
            "title": "À tous à {{siteName}}",
            "link": "/"
          }
        }
      },
      "inbox": {
        "variables": [
          "senderName",
          "siteName",
          "text"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{text}} ({{senderName}})",
            "title": "To everybody at {{siteName}}",
            "link": "/"
          },
          "fr": {
            "text": "{{text}} ({{senderName}})",
            "title": "À tous à {{siteName}}",
            "link": "/"
          }
        }
      }
    }
  },
  "site-snapshot": {
    "category": "presence",
    "about": {
      "en": "To those whom the evacuation plan names: the signed list of who is inside.",
      "fr": "À ceux que le plan d’évacuation désigne : la liste signée des personnes présentes."
    },
    "samples": {
      "several": {
        "siteName": "Vauxhall Walk",
        "count": "17"
      },
      "one": {
        "siteName": "Vauxhall Walk",
        "count": "1"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "count",
          "siteName"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "Who is in at {{siteName}}: {{figure count}}",
            "title": "{{figure count}} {{plural count one=\"person\" other=\"people\"}} inside {{siteName}}",
            "preview": "{{figure count}} {{plural count one=\"person\" other=\"people\"}} inside. The list is attached.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>The signed list is attached: a page to print, and its signature. Keep the latest one where it can be read without us, and delete older ones.</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because the evacuation plan of {{siteName}} says so.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "{{figure count}} {{plural count one=\"person\" other=\"people\"}} inside {{siteName}}.\n\nThe signed list is attached: a page to print, and its signature.\nKeep the latest one where it can be read without us, and delete older ones.\n\nSent by {{organisation}} because the evacuation plan of {{siteName}} says so.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Présents à {{siteName}} : {{figure count}}",
            "title": "{{figure count}} {{plural count one=\"personne\" other=\"personnes\"}} à l’intérieur de {{siteName}}",
            "preview": "{{figure count}} {{plural count one=\"personne\" other=\"personnes\"}} à l’intérieur. La liste est jointe.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>La liste signée est jointe : une page à imprimer, et sa signature. Gardez la dernière là où elle se lit sans nous, et supprimez les anciennes.</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que le plan d’évacuation de {{siteName}} le prévoit.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "{{figure count}} {{plural count one=\"personne\" other=\"personnes\"}} à l’intérieur de {{siteName}}.\n\nLa liste signée est jointe : une page à imprimer, et sa signature.\nGardez la dernière là où elle se lit sans nous, et supprimez les anciennes.\n\nEnvoyé par {{organisation}} parce que le plan d’évacuation de {{siteName}} le prévoit.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      }
    }
  },
  "test-message": {
    "category": "board",
    "about": {
      "en": "To an administrator who tries whether messages arrive.",
      "fr": "À un administrateur qui vérifie que les messages arrivent."
    },
    "samples": {
      "usual": {
        "pageUrl": "https://members.example.org/messages"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "pageUrl"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "A test message from {{organisation}}",
            "title": "It works",
            "preview": "This message was sent to try whether mail arrives.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>This message was sent to try whether mail arrives. It did.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{pageUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nSee all messages\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because you asked for it.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "This message was sent to try whether mail arrives. It did.\n\nSee all messages:\n{{pageUrl}}\n\nSent by {{organisation}} because you asked for it.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Un message d’essai de {{organisation}}",
            "title": "Cela fonctionne",
            "preview": "Ce message vérifie que le courriel arrive.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Ce message vérifie que le courriel arrive. Il est arrivé.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{pageUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nVoir tous les messages\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que vous l’avez demandé.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Ce message vérifie que le courriel arrive. Il est arrivé.\n\nVoir tous les messages :\n{{pageUrl}}\n\nEnvoyé par {{organisation}} parce que vous l’avez demandé.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "pageUrl"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{organisation}}: a test message. You asked for it, and it works. {{pageUrl}}"
          },
          "fr": {
            "text": "{{organisation}} : un message d'essai. Vous l'avez demandé, et cela fonctionne. {{pageUrl}}"
          }
        }
      },
      "slack": {
        "variables": [
          "pageUrl"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "A test message from {{organisation}}: it works.",
            "blocks": "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"It works\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"This message was sent by {{organisation}} to try whether messages arrive here.\"}},{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"text\":{\"type\":\"plain_text\",\"text\":\"See all messages\"},\"url\":\"{{pageUrl}}\"}]}]"
          },
          "fr": {
            "text": "Un message d’essai de {{organisation}} : cela fonctionne.",
            "blocks": "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"Cela fonctionne\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"Ce message de {{organisation}} vérifie que les messages arrivent ici.\"}},{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"text\":{\"type\":\"plain_text\",\"text\":\"Voir tous les messages\"},\"url\":\"{{pageUrl}}\"}]}]"
          }
        }
      },
      "push": {
        "variables": [
          "pageUrl"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "A test message. You asked for it, and it works.",
            "title": "{{organisation}}",
            "link": "{{pageUrl}}"
          },
          "fr": {
            "text": "Un message d’essai. Vous l’avez demandé, et cela fonctionne.",
            "title": "{{organisation}}",
            "link": "{{pageUrl}}"
          }
        }
      },
      "inbox": {
        "variables": [
          "pageUrl"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "You asked for it, and it works.",
            "title": "A test message",
            "link": "{{pageUrl}}"
          },
          "fr": {
            "text": "Vous l’avez demandé, et cela fonctionne.",
            "title": "Un message d’essai",
            "link": "{{pageUrl}}"
          }
        }
      }
    }
  },
  "visitor-approval": {
    "category": "presence",
    "about": {
      "en": "To whoever has to agree to a visitor before the invitation goes out.",
      "fr": "À la personne qui doit accepter un visiteur avant l’envoi de l’invitation."
    },
    "samples": {
      "company": {
        "visitorName": "Ada Lovelace",
        "company": "Analytical Engines Ltd",
        "siteName": "Vauxhall Walk",
        "date": "2026-03-02",
        "announcedBy": "Rita Reception",
        "pageUrl": "https://members.example.org/guests"
      },
      "alone": {
        "visitorName": "Zoé Müller",
        "company": "",
        "siteName": "Quayside Studio",
        "date": "2026-12-24",
        "announcedBy": "Grace Hopper",
        "pageUrl": "https://members.example.org/visitors?site=quayside"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "announcedBy",
          "company",
          "date",
          "pageUrl",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "Do you agree to the visit of {{visitorName}}?",
            "title": "Do you agree to this visit?",
            "preview": "{{visitorName}}{{#if company}} ({{company}}){{/if}}, {{day date}}, {{siteName}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{announcedBy}} announced {{visitorName}}{{#if company}} ({{company}}){{/if}} for {{day date}} at {{siteName}}. Somebody else has to agree before the invitation goes out.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{pageUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nDecide\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because you decide about visitors at {{siteName}}. Nobody reads replies to this mail.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "{{announcedBy}} announced {{visitorName}}{{#if company}} ({{company}}){{/if}} for {{day date}} at {{siteName}}.\n\nSomebody else has to agree before the invitation goes out. Decide here:\n{{pageUrl}}\n\nSent by {{organisation}} because you decide about visitors at {{siteName}}. Nobody reads replies to this mail.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Acceptez-vous la visite de {{visitorName}} ?",
            "title": "Acceptez-vous cette visite ?",
            "preview": "{{visitorName}}{{#if company}} ({{company}}){{/if}}, {{day date}}, {{siteName}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{announcedBy}} a annoncé {{visitorName}}{{#if company}} ({{company}}){{/if}} pour le {{day date}} à {{siteName}}. Une autre personne doit donner son accord avant l’envoi de l’invitation.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{pageUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nDécider\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que vous décidez des visites à {{siteName}}. Personne ne lit les réponses à ce message.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "{{announcedBy}} a annoncé {{visitorName}}{{#if company}} ({{company}}){{/if}} pour le {{day date}} à {{siteName}}.\n\nUne autre personne doit donner son accord avant l’envoi de l’invitation. Décidez ici :\n{{pageUrl}}\n\nEnvoyé par {{organisation}} parce que vous décidez des visites à {{siteName}}. Personne ne lit les réponses à ce message.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "announcedBy",
          "company",
          "date",
          "pageUrl",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{announcedBy}} announced {{visitorName}}{{#if company}} ({{company}}){{/if}} for {{day date}} at {{siteName}}. Do you agree? {{pageUrl}}"
          },
          "fr": {
            "text": "{{announcedBy}} a annoncé {{visitorName}}{{#if company}} ({{company}}){{/if}} pour le {{day date}} à {{siteName}}. Votre accord ? {{pageUrl}}"
          }
        }
      },
      "push": {
        "variables": [
          "announcedBy",
          "company",
          "date",
          "pageUrl",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{announcedBy}} announced {{visitorName}}{{#if company}} ({{company}}){{/if}} for {{day date}} at {{siteName}}.",
            "title": "Do you agree to a visit?",
            "link": "{{pageUrl}}"
          },
          "fr": {
            "text": "{{announcedBy}} a annoncé {{visitorName}}{{#if company}} ({{company}}){{/if}} pour le {{day date}} à {{siteName}}.",
            "title": "Acceptez-vous une visite ?",
            "link": "{{pageUrl}}"
          }
        }
      },
      "inbox": {
        "variables": [
          "announcedBy",
          "company",
          "date",
          "pageUrl",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{announcedBy}} announced {{visitorName}}{{#if company}} ({{company}}){{/if}} for {{day date}} at {{siteName}}. Somebody else has to agree before the invitation goes out.",
            "title": "Do you agree to a visit?",
            "link": "{{pageUrl}}"
          },
          "fr": {
            "text": "{{announcedBy}} a annoncé {{visitorName}}{{#if company}} ({{company}}){{/if}} pour le {{day date}} à {{siteName}}. Une autre personne doit donner son accord avant l’envoi de l’invitation.",
            "title": "Acceptez-vous une visite ?",
            "link": "{{pageUrl}}"
          }
        }
      }
    }
  },
  "visitor-decided": {
    "category": "presence",
    "about": {
      "en": "To whoever announced a visitor: agreed to, or refused.",
      "fr": "À la personne qui a annoncé un visiteur : accepté ou refusé."
    },
    "samples": {
      "approved": {
        "visitorName": "Ada Lovelace",
        "company": "Analytical Engines Ltd",
        "siteName": "Vauxhall Walk",
        "date": "2026-03-02",
        "approved": "yes",
        "reason": "",
        "pageUrl": "https://members.example.org/guests"
      },
      "refused": {
        "visitorName": "Zoé Müller",
        "company": "",
        "siteName": "Quayside Studio",
        "date": "2026-12-24",
        "approved": "",
        "reason": "The workshop is closed that day.",
        "pageUrl": "https://members.example.org/visitors?site=quayside"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "approved",
          "company",
          "date",
          "pageUrl",
          "reason",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "{{#if approved}}Visit agreed to{{else}}Visit refused{{/if}}: {{visitorName}}",
            "title": "{{#if approved}}Visit agreed to{{else}}Visit refused{{/if}}",
            "preview": "{{visitorName}}{{#if company}} ({{company}}){{/if}}, {{day date}}, {{siteName}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{#if approved}}The visit of {{visitorName}}{{#if company}} ({{company}}){{/if}} on {{day date}} at {{siteName}} is agreed to.{{else}}The visit of {{visitorName}}{{#if company}} ({{company}}){{/if}} on {{day date}} at {{siteName}} was refused, and nobody expects them.{{/if}}{{#if reason}} “{{reason}}”{{/if}}</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{pageUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nSee the visitors\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because you announced this visitor. Nobody reads replies to this mail.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "{{#if approved}}The visit of {{visitorName}}{{#if company}} ({{company}}){{/if}} on {{day date}} at {{siteName}} is agreed to.{{else}}The visit of {{visitorName}}{{#if company}} ({{company}}){{/if}} on {{day date}} at {{siteName}} was refused, and nobody expects them.{{/if}}{{#if reason}} “{{reason}}”{{/if}}\n\n{{pageUrl}}\n\nSent by {{organisation}} because you announced this visitor. Nobody reads replies to this mail.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "{{#if approved}}Visite acceptée{{else}}Visite refusée{{/if}} : {{visitorName}}",
            "title": "{{#if approved}}Visite acceptée{{else}}Visite refusée{{/if}}",
            "preview": "{{visitorName}}{{#if company}} ({{company}}){{/if}}, {{day date}}, {{siteName}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{#if approved}}La visite de {{visitorName}}{{#if company}} ({{company}}){{/if}} le {{day date}} à {{siteName}} est acceptée.{{else}}La visite de {{visitorName}}{{#if company}} ({{company}}){{/if}} le {{day date}} à {{siteName}} a été refusée : personne ne l’attend.{{/if}}{{#if reason}} « {{reason}} »{{/if}}</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{pageUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nVoir les visiteurs\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que vous avez annoncé ce visiteur. Personne ne lit les réponses à ce message.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "{{#if approved}}La visite de {{visitorName}}{{#if company}} ({{company}}){{/if}} le {{day date}} à {{siteName}} est acceptée.{{else}}La visite de {{visitorName}}{{#if company}} ({{company}}){{/if}} le {{day date}} à {{siteName}} a été refusée : personne ne l’attend.{{/if}}{{#if reason}} « {{reason}} »{{/if}}\n\n{{pageUrl}}\n\nEnvoyé par {{organisation}} parce que vous avez annoncé ce visiteur. Personne ne lit les réponses à ce message.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "approved",
          "company",
          "date",
          "reason",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{#if approved}}The visit of {{visitorName}}{{#if company}} ({{company}}){{/if}} on {{day date}} at {{siteName}} is agreed to.{{else}}The visit of {{visitorName}}{{#if company}} ({{company}}){{/if}} on {{day date}} at {{siteName}} was refused, and nobody expects them.{{/if}}{{#if reason}} \"{{reason}}\"{{/if}}"
          },
          "fr": {
            "text": "{{#if approved}}La visite de {{visitorName}}{{#if company}} ({{company}}){{/if}} le {{day date}} à {{siteName}} est acceptée.{{else}}La visite de {{visitorName}}{{#if company}} ({{company}}){{/if}} le {{day date}} à {{siteName}} a été refusée : personne ne l'attend.{{/if}}{{#if reason}} \"{{reason}}\"{{/if}}"
          }
        }
      },
      "push": {
        "variables": [
          "approved",
          "company",
          "date",
          "pageUrl",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}}, {{day date}}",
            "title": "{{#if approved}}Visit agreed to{{else}}Visit refused{{/if}}",
            "link": "{{pageUrl}}"
          },
          "fr": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}}, {{day date}}",
            "title": "{{#if approved}}Visite acceptée{{else}}Visite refusée{{/if}}",
            "link": "{{pageUrl}}"
          }
        }
      },
      "inbox": {
        "variables": [
          "approved",
          "company",
          "date",
          "pageUrl",
          "reason",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{#if approved}}The visit of {{visitorName}}{{#if company}} ({{company}}){{/if}} on {{day date}} at {{siteName}} is agreed to.{{else}}The visit of {{visitorName}}{{#if company}} ({{company}}){{/if}} on {{day date}} at {{siteName}} was refused, and nobody expects them.{{/if}}{{#if reason}} “{{reason}}”{{/if}}",
            "title": "{{#if approved}}Visit agreed to{{else}}Visit refused{{/if}}",
            "link": "{{pageUrl}}"
          },
          "fr": {
            "text": "{{#if approved}}La visite de {{visitorName}}{{#if company}} ({{company}}){{/if}} le {{day date}} à {{siteName}} est acceptée.{{else}}La visite de {{visitorName}}{{#if company}} ({{company}}){{/if}} le {{day date}} à {{siteName}} a été refusée : personne ne l’attend.{{/if}}{{#if reason}} « {{reason}} »{{/if}}",
            "title": "{{#if approved}}Visite acceptée{{else}}Visite refusée{{/if}}",
            "link": "{{pageUrl}}"
          }
        }
      }
    }
  },
  "visitor-waiting": {
    "category": "presence",
    "about": {
      "en": "To the host of a visitor whom nobody has met yet.",
      "fr": "À l’hôte d’un visiteur que personne n’a encore accueilli."
    },
    "samples": {
      "company": {
        "visitorName": "Ada Lovelace",
        "company": "Analytical Engines Ltd",
        "siteName": "Vauxhall Walk",
        "answerUrl": "https://members.example.org/h/m4Xq1rT0cVb8yKp2Wd7hJsN5zE3aUoLgQfRiBvC6tHnYkMjPxSwDlGeZuAo9I1T8rV2bKyX4cQ7dFhJmN0pLsEaUwOgRiZtB5vCx"
      },
      "alone": {
        "visitorName": "Zoé Müller",
        "company": "",
        "siteName": "Quayside Studio",
        "answerUrl": "https://members.example.org/h/m4Xq1rT0cVb8yKp2Wd7hJsN5zE3aUoLgQfRiBvC6tHnYkMjPxSwDlGeZuAo9I1T8rV2bKyX4cQ7dFhJmN0pLsEaUwOgRiZtB5vCx"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "answerUrl",
          "company",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "{{visitorName}} is still waiting",
            "title": "{{visitorName}}{{#if company}} ({{company}}){{/if}} is still waiting",
            "preview": "At {{siteName}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Your visitor waits at {{siteName}}, and nobody has said that they were met. Say what happens.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{answerUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nAnswer\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because you are the host of this visitor. Nobody reads replies to this mail.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} is still waiting at {{siteName}}, and nobody has said that they were met.\n\nSay what happens:\n{{answerUrl}}\n\nSent by {{organisation}} because you are the host of this visitor. Nobody reads replies to this mail.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "{{visitorName}} attend toujours",
            "title": "{{visitorName}}{{#if company}} ({{company}}){{/if}} attend toujours",
            "preview": "À {{siteName}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Votre visiteur attend à {{siteName}} et personne n’a dit l’avoir accueilli. Dites ce qu’il en est.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{answerUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nRépondre\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que vous recevez ce visiteur. Personne ne lit les réponses à ce message.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} attend toujours à {{siteName}} et personne n’a dit l’avoir accueilli.\n\nDites ce qu’il en est :\n{{answerUrl}}\n\nEnvoyé par {{organisation}} parce que vous recevez ce visiteur. Personne ne lit les réponses à ce message.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "answerUrl",
          "company",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} is still waiting at {{siteName}}. Reply 1 coming, 2 later, 3 cannot, 4 met. Or: {{answerUrl}}"
          },
          "fr": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} attend toujours à {{siteName}}. Répondez 1 j'arrive, 2 plus tard, 3 impossible, 4 vu. Ou : {{answerUrl}}"
          }
        }
      },
      "push": {
        "variables": [
          "answerUrl",
          "company",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} is still waiting for you.",
            "title": "{{siteName}}",
            "link": "{{answerUrl}}"
          },
          "fr": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} vous attend toujours.",
            "title": "{{siteName}}",
            "link": "{{answerUrl}}"
          }
        }
      },
      "inbox": {
        "variables": [
          "answerUrl",
          "company",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} is still waiting at {{siteName}}, and nobody has said that they were met. Say what happens.",
            "title": "{{visitorName}} is still waiting",
            "link": "{{answerUrl}}"
          },
          "fr": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} attend toujours à {{siteName}} et personne n’a dit l’avoir accueilli. Dites ce qu’il en est.",
            "title": "{{visitorName}} attend toujours",
            "link": "{{answerUrl}}"
          }
        }
      }
    }
  },
  "volunteer_alert": {
    "category": "volunteer",
    "about": {
      "en": "To administrators: something about the access of volunteers needs them.",
      "fr": "Aux administrateurs : quelque chose dans les accès des bénévoles demande leur intervention."
    },
    "samples": {
      "steps": {
        "headline": "The invitation link is full",
        "lines": "[\"The link that ends with LbVnC5pD has no place left: 2000 of 2000 are taken. New volunteers wait.\"]",
        "steps": "[\"Make a new invitation link in Slack: Invite people, then \\\"Edit link settings\\\".\", \"Add it under Volunteers, Invitation links.\", \"Those who wait are invited at once, the oldest first.\"]",
        "volunteersUrl": "https://members.example.org/volunteers"
      },
      "told": {
        "headline": "Slack: 3 people are in a managed channel that no rule gives them",
        "lines": "[\"Anna-Katharina Wolfeschlegelstein-Hausenbergerdorff\", \"Zo\\u00e9 M\\u00fcller\", \"Ada Lovelace\"]",
        "steps": "[]",
        "volunteersUrl": "https://members.example.org/volunteers?state=blocked"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "headline",
          "lines",
          "steps",
          "volunteersUrl"
        ],
        "lists": [
          "lines",
          "steps"
        ],
        "words": {
          "en": {
            "subject": "{{clip headline 78}}",
            "title": "{{headline}}",
            "preview": "It is about the access of volunteers.",
            "html": "{{#each lines}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{this}}</div>\n</td>\n</tr>\n{{/each}}{{#if steps}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>What to do:<ol style=\"margin:0;padding:0 0 0 20px\">{{#each steps}}<li>{{this}}</li>{{/each}}</ol></div>\n</td>\n</tr>\n{{/if}}\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{volunteersUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nOpen the volunteers\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} to its administrators. Nobody reads replies to this mail.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "{{headline}}\n\n{{#each lines}}\n{{this}}\n{{/each}}\n{{#if steps}}\n\nWhat to do:\n{{#each steps}}\n- {{this}}\n{{/each}}\n{{/if}}\n\nOpen the volunteers:\n{{volunteersUrl}}\n\nSent by {{organisation}} to its administrators. Nobody reads replies to this mail.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "{{clip headline 78}}",
            "title": "{{headline}}",
            "preview": "Il s’agit des accès des bénévoles.",
            "html": "{{#each lines}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>{{this}}</div>\n</td>\n</tr>\n{{/each}}{{#if steps}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Que faire :<ol style=\"margin:0;padding:0 0 0 20px\">{{#each steps}}<li>{{this}}</li>{{/each}}</ol></div>\n</td>\n</tr>\n{{/if}}\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{volunteersUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nOuvrir les bénévoles\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} à ses administrateurs. Personne ne lit les réponses à ce message.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "{{headline}}\n\n{{#each lines}}\n{{this}}\n{{/each}}\n{{#if steps}}\n\nQue faire :\n{{#each steps}}\n- {{this}}\n{{/each}}\n{{/if}}\n\nOuvrir les bénévoles :\n{{volunteersUrl}}\n\nEnvoyé par {{organisation}} à ses administrateurs. Personne ne lit les réponses à ce message.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "slack": {
        "variables": [
          "headline",
          "lines",
          "steps",
          "volunteersUrl"
        ],
        "lists": [
          "lines",
          "steps"
        ],
        "words": {
          "en": {
            "text": "{{headline}}: {{#each (first lines 3)}}{{clip this 150}}{{#unless @last}} {{/unless}}{{/each}}",
            "blocks": "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"{{clip headline 150}}\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"{{#each lines}}{{clip this 400}}\\n{{/each}}\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"{{#if steps}}*What to do:*\\n{{#each steps}}• {{clip this 250}}\\n{{/each}}{{/if}}\"}},{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"text\":{\"type\":\"plain_text\",\"text\":\"Open the volunteers\"},\"url\":\"{{volunteersUrl}}\"}]},{\"type\":\"context\",\"elements\":[{\"type\":\"mrkdwn\",\"text\":\"To the administrators of {{organisation}}\"}]}]"
          },
          "fr": {
            "text": "{{headline}} : {{#each (first lines 3)}}{{clip this 150}}{{#unless @last}} {{/unless}}{{/each}}",
            "blocks": "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"{{clip headline 150}}\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"{{#each lines}}{{clip this 400}}\\n{{/each}}\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"{{#if steps}}*Que faire :*\\n{{#each steps}}• {{clip this 250}}\\n{{/each}}{{/if}}\"}},{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"text\":{\"type\":\"plain_text\",\"text\":\"Ouvrir les bénévoles\"},\"url\":\"{{volunteersUrl}}\"}]},{\"type\":\"context\",\"elements\":[{\"type\":\"mrkdwn\",\"text\":\"Aux administrateurs de {{organisation}}\"}]}]"
          }
        }
      },
      "inbox": {
        "variables": [
          "headline",
          "lines",
          "steps",
          "volunteersUrl"
        ],
        "lists": [
          "lines",
          "steps"
        ],
        "words": {
          "en": {
            "text": "{{#each (first lines 5)}}{{clip this 200}}{{#unless @last}} · {{/unless}}{{/each}}{{#if steps}} What to do: {{#each (first steps 5)}}{{clip this 150}}{{#unless @last}} · {{/unless}}{{/each}}{{/if}}",
            "title": "{{headline}}",
            "link": "{{volunteersUrl}}"
          },
          "fr": {
            "text": "{{#each (first lines 5)}}{{clip this 200}}{{#unless @last}} · {{/unless}}{{/each}}{{#if steps}} Que faire : {{#each (first steps 5)}}{{clip this 150}}{{#unless @last}} · {{/unless}}{{/each}}{{/if}}",
            "title": "{{headline}}",
            "link": "{{volunteersUrl}}"
          }
        }
      }
    }
  },
  "volunteer_apply": {
    "category": "volunteer",
    "about": {
      "en": "To somebody who asks to volunteer: is the address theirs?",
      "fr": "À quelqu’un qui se propose comme bénévole : l’adresse est-elle la sienne ?"
    },
    "samples": {
      "usual": {
        "firstName": "Ada",
        "confirmUrl": "https://members.example.org/volunteer/confirm/9f8XkQ2mZr7TtYw3LbVnC5pD"
      },
      "long": {
        "firstName": "Anna-Katharina Wolfeschlegelstein-Hausenbergerdorff",
        "confirmUrl": "https://members.example.org/volunteer/confirm/m4Xq1rT0cVb8yKp2Wd7hJsN5zE3aUoLgQfRiBvC6tHnYkMjPxSwDlGeZuAo9I1T8rV2bKyX4"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "confirmUrl",
          "firstName"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "Confirm your application to {{organisation}}",
            "title": "Is this your address?",
            "preview": "One press of a button, and your application is on its way.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Hello {{clip firstName 40}}, somebody asked to volunteer at {{organisation}} with this address. Was it you? Then please confirm it, so that the application is read.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{confirmUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nConfirm my address\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"quiet\" style=\"font-size:0px;padding:8px 28px 0;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:left;color:#52606d;\"\n>It was not you? Do not open the link: without it nothing comes of this, and nobody reads the application.</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because this address was entered in its form for volunteers. Nobody reads replies to this mail.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "Hello {{clip firstName 40}}, somebody asked to volunteer at {{organisation}} with this address. Was it you? Then please confirm it, so that the application is read.\n\nConfirm my address:\n{{confirmUrl}}\n\nIt was not you? Do not open the link: without it nothing comes of this, and nobody reads the application.\n\nSent by {{organisation}} because this address was entered in its form for volunteers. Nobody reads replies to this mail.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Confirmez votre candidature chez {{organisation}}",
            "title": "Cette adresse est-elle la vôtre ?",
            "preview": "Un bouton à presser, et votre candidature est en route.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Bonjour {{clip firstName 40}}, quelqu’un s’est proposé comme bénévole chez {{organisation}} avec cette adresse. Était-ce vous ? Confirmez-la, pour que la candidature soit lue.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{confirmUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nConfirmer mon adresse\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"quiet\" style=\"font-size:0px;padding:8px 28px 0;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:left;color:#52606d;\"\n>Ce n’était pas vous ? N’ouvrez pas le lien : sans lui, rien ne se passera et personne ne lira la candidature.</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que cette adresse a été saisie dans son formulaire pour bénévoles. Personne ne lit les réponses.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Bonjour {{clip firstName 40}}, quelqu’un s’est proposé comme bénévole chez {{organisation}} avec cette adresse. Était-ce vous ? Confirmez-la, pour que la candidature soit lue.\n\nConfirmer mon adresse :\n{{confirmUrl}}\n\nCe n’était pas vous ? N’ouvrez pas le lien : sans lui, rien ne se passera et personne ne lira la candidature.\n\nEnvoyé par {{organisation}} parce que cette adresse a été saisie dans son formulaire pour bénévoles. Personne ne lit les réponses.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      }
    }
  },
  "volunteer_decided": {
    "category": "volunteer",
    "about": {
      "en": "To somebody who applied as a volunteer: accepted, or not.",
      "fr": "À quelqu’un qui s’est proposé comme bénévole : candidature acceptée ou non."
    },
    "samples": {
      "approved": {
        "firstName": "Ada",
        "isApproved": "yes",
        "reason": "",
        "roleLabel": "Branch manager"
      },
      "refused": {
        "firstName": "Anna-Katharina Wolfeschlegelstein",
        "isApproved": "",
        "reason": "There are enough mentors this term. Please ask again in September, when the new courses begin.",
        "roleLabel": "Mentor for the evening courses of the north-western district"
      },
      "silent": {
        "firstName": "Zoé",
        "isApproved": "",
        "reason": "",
        "roleLabel": "Bénévole"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "firstName",
          "isApproved",
          "reason",
          "roleLabel"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "{{#if isApproved}}Accepted{{else}}Not this time{{/if}}: {{clip roleLabel 55}}",
            "title": "{{#if isApproved}}You are accepted{{else}}Not this time{{/if}}",
            "preview": "Your application as {{roleLabel}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Hello {{firstName}}, {{#if isApproved}}your application was accepted: {{roleLabel}}. What comes next is told to you in a message of its own. We look forward to working with you.{{else}}thank you for offering to help. We cannot accept your application this time: {{roleLabel}}.{{/if}}</div>\n</td>\n</tr>\n{{#if reason}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>“{{reason}}”</div>\n</td>\n</tr>\n{{/if}}",
            "footer": "Sent by {{organisation}} because you applied there as a volunteer. Nobody reads replies to this mail.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "Hello {{firstName}}, {{#if isApproved}}your application was accepted: {{roleLabel}}. What comes next is told to you in a message of its own. We look forward to working with you.{{else}}thank you for offering to help. We cannot accept your application this time: {{roleLabel}}.{{/if}}\n{{#if reason}}\n\n“{{reason}}”\n{{/if}}\n\nSent by {{organisation}} because you applied there as a volunteer. Nobody reads replies to this mail.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "{{#if isApproved}}Candidature acceptée{{else}}Pas cette fois-ci{{/if}} : {{clip roleLabel 50}}",
            "title": "{{#if isApproved}}Votre candidature est acceptée{{else}}Pas cette fois-ci{{/if}}",
            "preview": "Votre candidature : {{roleLabel}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Bonjour {{firstName}}, {{#if isApproved}}votre candidature est acceptée : {{roleLabel}}. Un autre message vous dira la suite. Nous nous réjouissons de travailler avec vous.{{else}}merci d’avoir proposé votre aide. Nous ne pouvons pas accepter votre candidature cette fois-ci : {{roleLabel}}.{{/if}}</div>\n</td>\n</tr>\n{{#if reason}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>« {{reason}} »</div>\n</td>\n</tr>\n{{/if}}",
            "footer": "Envoyé par {{organisation}} parce que vous y avez proposé votre aide. Personne ne lit les réponses à ce message.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Bonjour {{firstName}}, {{#if isApproved}}votre candidature est acceptée : {{roleLabel}}. Un autre message vous dira la suite. Nous nous réjouissons de travailler avec vous.{{else}}merci d’avoir proposé votre aide. Nous ne pouvons pas accepter votre candidature cette fois-ci : {{roleLabel}}.{{/if}}\n{{#if reason}}\n\n« {{reason}} »\n{{/if}}\n\nEnvoyé par {{organisation}} parce que vous y avez proposé votre aide. Personne ne lit les réponses à ce message.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "inbox": {
        "variables": [
          "isApproved",
          "reason",
          "roleLabel"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{#if isApproved}}Your application was accepted: {{roleLabel}}. What comes next is told to you in a message of its own. We look forward to working with you.{{else}}Thank you for offering to help. We cannot accept your application this time: {{roleLabel}}.{{/if}}{{#if reason}} “{{reason}}”{{/if}}",
            "title": "{{#if isApproved}}You are accepted{{else}}Not this time{{/if}}"
          },
          "fr": {
            "text": "{{#if isApproved}}Votre candidature est acceptée : {{roleLabel}}. Un autre message vous dira la suite. Nous nous réjouissons de travailler avec vous.{{else}}Merci d’avoir proposé votre aide. Nous ne pouvons pas accepter votre candidature cette fois-ci : {{roleLabel}}.{{/if}}{{#if reason}} « {{reason}} »{{/if}}",
            "title": "{{#if isApproved}}Votre candidature est acceptée{{else}}Pas cette fois-ci{{/if}}"
          }
        }
      }
    }
  },
  "volunteer_digest": {
    "category": "volunteer",
    "about": {
      "en": "To somebody who looks after volunteers, each week: who waits, who is blocked, who leaves soon.",
      "fr": "À qui encadre des bénévoles, chaque semaine : qui attend, qui est bloqué, qui part bientôt."
    },
    "samples": {
      "several": {
        "firstName": "Grace",
        "lines": "[\"Waiting for more than 7 days: Ada Lovelace, Zo\\u00e9 M\\u00fcller\", \"Blocked: Anna-Katharina Wolfeschlegelstein-Hausenbergerdorff (account deactivated)\", \"Leaving soon: Mary Jackson, 31 March\"]",
        "volunteersUrl": "https://members.example.org/volunteers?branch=north"
      },
      "one": {
        "firstName": "Anna-Katharina Wolfeschlegelstein",
        "lines": "[\"Nobody waits, and nobody is blocked.\"]",
        "volunteersUrl": "https://members.example.org/volunteers"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "firstName",
          "lines",
          "volunteersUrl"
        ],
        "lists": [
          "lines"
        ],
        "words": {
          "en": {
            "subject": "Your volunteers this week",
            "title": "Your volunteers this week",
            "preview": "Who waits, who is blocked, who leaves soon.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Hello {{firstName}}, this is how things stand with the volunteers whom you look after:</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n><ul style=\"margin:0;padding:0 0 0 20px\">{{#each lines}}<li>{{this}}</li>{{/each}}</ul></div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{volunteersUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nOpen the volunteers\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because you look after volunteers. Nobody reads replies to this mail.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "Hello {{firstName}}, this is how things stand with the volunteers whom you look after:\n\n{{#each lines}}\n- {{this}}\n{{/each}}\n\nOpen the volunteers:\n{{volunteersUrl}}\n\nSent by {{organisation}} because you look after volunteers. Nobody reads replies to this mail.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Vos bénévoles cette semaine",
            "title": "Vos bénévoles cette semaine",
            "preview": "Qui attend, qui est bloqué, qui part bientôt.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Bonjour {{firstName}}, voici où en sont les bénévoles que vous encadrez :</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n><ul style=\"margin:0;padding:0 0 0 20px\">{{#each lines}}<li>{{this}}</li>{{/each}}</ul></div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{volunteersUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nOuvrir les bénévoles\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que vous encadrez des bénévoles. Personne ne lit les réponses à ce message.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Bonjour {{firstName}}, voici où en sont les bénévoles que vous encadrez :\n\n{{#each lines}}\n- {{this}}\n{{/each}}\n\nOuvrir les bénévoles :\n{{volunteersUrl}}\n\nEnvoyé par {{organisation}} parce que vous encadrez des bénévoles. Personne ne lit les réponses à ce message.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "inbox": {
        "variables": [
          "lines",
          "volunteersUrl"
        ],
        "lists": [
          "lines"
        ],
        "words": {
          "en": {
            "text": "{{#each (first lines 10)}}{{clip this 150}}{{#unless @last}} · {{/unless}}{{/each}}",
            "title": "Your volunteers this week",
            "link": "{{volunteersUrl}}"
          },
          "fr": {
            "text": "{{#each (first lines 10)}}{{clip this 150}}{{#unless @last}} · {{/unless}}{{/each}}",
            "title": "Vos bénévoles cette semaine",
            "link": "{{volunteersUrl}}"
          }
        }
      }
    }
  },
  "volunteer_invite": {
    "category": "volunteer",
    "about": {
      "en": "To a volunteer who is not in Slack yet: the link to join, and which channels wait.",
      "fr": "À un bénévole qui n’est pas encore dans Slack : le lien pour le rejoindre et les canaux qui l’attendent."
    },
    "samples": {
      "first": {
        "firstName": "Ada",
        "inviteUrl": "https://members.example.org/join/zt-2f8XkQ2mZr7T-9tYw3LbVnC5pD",
        "roleLabel": "Branch manager",
        "channelNames": "[\"general\", \"branch-managers\", \"t-north\"]",
        "email": "ada@example.org",
        "isReminder": "",
        "expiresOn": "2026-04-01",
        "contactEmail": "volunteers@example.org",
        "coordinatorName": "Grace Hopper"
      },
      "reminder": {
        "firstName": "Anna-Katharina Wolfeschlegelstein",
        "inviteUrl": "https://members.example.org/join/zt-2f8XkQ2mZr7T-9tYw3LbVnC5pD",
        "roleLabel": "Mentor for the evening courses of the north-western district",
        "channelNames": "[\"general\"]",
        "email": "anna-katharina.wolfeschlegelstein@department.example.org",
        "isReminder": "yes",
        "expiresOn": "",
        "contactEmail": "",
        "coordinatorName": "Grace Hopper"
      },
      "bare": {
        "firstName": "Zoé",
        "inviteUrl": "https://members.example.org/join/zt-2f8XkQ2mZr7T-9tYw3LbVnC5pD",
        "roleLabel": "Bénévole",
        "channelNames": "[]",
        "email": "zoe@example.org",
        "isReminder": "",
        "expiresOn": "",
        "contactEmail": "",
        "coordinatorName": ""
      }
    },
    "channels": {
      "email": {
        "variables": [
          "channelNames",
          "contactEmail",
          "coordinatorName",
          "email",
          "expiresOn",
          "firstName",
          "inviteUrl",
          "isReminder",
          "roleLabel"
        ],
        "lists": [
          "channelNames"
        ],
        "words": {
          "en": {
            "subject": "{{#if isReminder}}Reminder: your{{else}}Your{{/if}} invitation to {{organisation}} in Slack",
            "title": "{{#if isReminder}}Your invitation is still open{{else}}You are invited to Slack{{/if}}",
            "preview": "Register with this same address: {{email}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Hello {{firstName}}, {{#if isReminder}}this is a reminder: you have not joined the Slack workspace of {{organisation}} yet. It is where volunteers write to each other.{{else}}thank you for volunteering at {{organisation}}. Volunteers write to each other in Slack: please join the workspace.{{/if}} Your role: {{roleLabel}}.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{inviteUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nJoin in Slack\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Register with this same address: <strong>{{email}}</strong>. With another one we would not know that it is you.</div>\n</td>\n</tr>\n{{#if channelNames}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>These channels wait for you, and open once you have joined:<ul style=\"margin:0;padding:0 0 0 20px\">{{#each channelNames}}<li>{{this}}</li>{{/each}}</ul></div>\n</td>\n</tr>\n{{/if}}{{#if expiresOn}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>The link works until {{day expiresOn}}.</div>\n</td>\n</tr>\n{{/if}}{{#if coordinatorName}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Questions? Ask {{coordinatorName}}{{#if contactEmail}} ({{contactEmail}}){{/if}}.</div>\n</td>\n</tr>\n{{else}}{{#if contactEmail}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Questions? Write to {{contactEmail}}.</div>\n</td>\n</tr>\n{{/if}}{{/if}}",
            "footer": "Sent by {{organisation}} because you were entered there as a volunteer. You do not know why? Ignore this mail.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "Hello {{firstName}}, {{#if isReminder}}this is a reminder: you have not joined the Slack workspace of {{organisation}} yet. It is where volunteers write to each other.{{else}}thank you for volunteering at {{organisation}}. Volunteers write to each other in Slack: please join the workspace.{{/if}} Your role: {{roleLabel}}.\n\nJoin in Slack:\n{{inviteUrl}}\n\nRegister with this same address: {{email}}. With another one we would not know that it is you.\n{{#if channelNames}}\n\nThese channels wait for you, and open once you have joined:\n{{#each channelNames}}\n- {{this}}\n{{/each}}\n{{/if}}\n{{#if expiresOn}}\n\nThe link works until {{day expiresOn}}.\n{{/if}}\n{{#if coordinatorName}}\n\nQuestions? Ask {{coordinatorName}}{{#if contactEmail}} ({{contactEmail}}){{/if}}.\n{{else}}\n{{#if contactEmail}}\n\nQuestions? Write to {{contactEmail}}.\n{{/if}}\n{{/if}}\n\nSent by {{organisation}} because you were entered there as a volunteer. You do not know why? Ignore this mail.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "{{#if isReminder}}Rappel : votre{{else}}Votre{{/if}} invitation à rejoindre {{organisation}} dans Slack",
            "title": "{{#if isReminder}}Votre invitation est toujours valable{{else}}Votre invitation dans Slack{{/if}}",
            "preview": "Inscrivez-vous avec cette même adresse : {{email}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Bonjour {{firstName}}, {{#if isReminder}}ceci est un rappel : vous n’avez pas encore rejoint l’espace Slack de {{organisation}}. C’est là que les bénévoles s’écrivent.{{else}}merci de vous engager chez {{organisation}}. Les bénévoles s’écrivent dans Slack : rejoignez cet espace.{{/if}} Votre rôle : {{roleLabel}}.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{inviteUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nRejoindre Slack\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Inscrivez-vous avec cette même adresse : <strong>{{email}}</strong>. Avec une autre, nous ne saurions pas que c’est vous.</div>\n</td>\n</tr>\n{{#if channelNames}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Ces canaux vous attendent et s’ouvriront dès que vous serez là :<ul style=\"margin:0;padding:0 0 0 20px\">{{#each channelNames}}<li>{{this}}</li>{{/each}}</ul></div>\n</td>\n</tr>\n{{/if}}{{#if expiresOn}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Le lien est valable jusqu’au {{day expiresOn}}.</div>\n</td>\n</tr>\n{{/if}}{{#if coordinatorName}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Des questions ? Demandez à {{coordinatorName}}{{#if contactEmail}} ({{contactEmail}}){{/if}}.</div>\n</td>\n</tr>\n{{else}}{{#if contactEmail}}\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Des questions ? Écrivez à {{contactEmail}}.</div>\n</td>\n</tr>\n{{/if}}{{/if}}",
            "footer": "Envoyé par {{organisation}} parce que vous y figurez parmi les bénévoles. Vous ne savez pas pourquoi ? Ignorez ce message.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Bonjour {{firstName}}, {{#if isReminder}}ceci est un rappel : vous n’avez pas encore rejoint l’espace Slack de {{organisation}}. C’est là que les bénévoles s’écrivent.{{else}}merci de vous engager chez {{organisation}}. Les bénévoles s’écrivent dans Slack : rejoignez cet espace.{{/if}} Votre rôle : {{roleLabel}}.\n\nRejoindre Slack :\n{{inviteUrl}}\n\nInscrivez-vous avec cette même adresse : {{email}}. Avec une autre, nous ne saurions pas que c’est vous.\n{{#if channelNames}}\n\nCes canaux vous attendent et s’ouvriront dès que vous serez là :\n{{#each channelNames}}\n- {{this}}\n{{/each}}\n{{/if}}\n{{#if expiresOn}}\n\nLe lien est valable jusqu’au {{day expiresOn}}.\n{{/if}}\n{{#if coordinatorName}}\n\nDes questions ? Demandez à {{coordinatorName}}{{#if contactEmail}} ({{contactEmail}}){{/if}}.\n{{else}}\n{{#if contactEmail}}\n\nDes questions ? Écrivez à {{contactEmail}}.\n{{/if}}\n{{/if}}\n\nEnvoyé par {{organisation}} parce que vous y figurez parmi les bénévoles. Vous ne savez pas pourquoi ? Ignorez ce message.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      }
    }
  },
  "volunteer_review": {
    "category": "volunteer",
    "about": {
      "en": "To somebody who looks after volunteers: confirm who has which access.",
      "fr": "À qui encadre des bénévoles : confirmer qui a quels accès."
    },
    "samples": {
      "first": {
        "firstName": "Grace",
        "reviewUrl": "https://members.example.org/volunteers/reviews/2026-q1",
        "count": "17",
        "dueOn": "2026-03-31",
        "isReminder": ""
      },
      "reminder": {
        "firstName": "Anna-Katharina Wolfeschlegelstein",
        "reviewUrl": "https://members.example.org/volunteers/reviews/2026-q1",
        "count": "1",
        "dueOn": "2026-12-31",
        "isReminder": "yes"
      },
      "many": {
        "firstName": "Zoé",
        "reviewUrl": "https://members.example.org/volunteers/reviews/2026-q1",
        "count": "1204",
        "dueOn": "2026-08-31",
        "isReminder": "yes"
      }
    },
    "channels": {
      "email": {
        "variables": [
          "count",
          "dueOn",
          "firstName",
          "isReminder",
          "reviewUrl"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "{{#if isReminder}}Reminder: who{{else}}Who{{/if}} has which access? Answer by {{day dueOn}}",
            "title": "{{#if isReminder}}Reminder: who{{else}}Who{{/if}} has which access?",
            "preview": "{{figure count}} {{plural count one=\"volunteer\" other=\"volunteers\"}} to look at by {{day dueOn}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Hello {{firstName}}, {{figure count}} {{plural count one=\"volunteer has\" other=\"volunteers have\"}} access that {{#if isReminder}}still waits{{else}}waits{{/if}} for your word. Please confirm each access that is still needed, and end the others, by {{day dueOn}}. What nobody confirms is reported.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{reviewUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nLook at the list\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because you look after volunteers. Nobody reads replies to this mail.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "Hello {{firstName}}, {{figure count}} {{plural count one=\"volunteer has\" other=\"volunteers have\"}} access that {{#if isReminder}}still waits{{else}}waits{{/if}} for your word. Please confirm each access that is still needed, and end the others, by {{day dueOn}}. What nobody confirms is reported.\n\nLook at the list:\n{{reviewUrl}}\n\nSent by {{organisation}} because you look after volunteers. Nobody reads replies to this mail.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "{{#if isReminder}}Rappel : qui{{else}}Qui{{/if}} a quels accès ? Réponse au plus tard le {{day dueOn}}",
            "title": "{{#if isReminder}}Rappel : qui{{else}}Qui{{/if}} a quels accès ?",
            "preview": "{{figure count}} {{plural count one=\"bénévole\" other=\"bénévoles\"}} à revoir au plus tard le {{day dueOn}}.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Bonjour {{firstName}}, {{figure count}} {{plural count one=\"bénévole a\" other=\"bénévoles ont\"}} des accès qui attendent {{#if isReminder}}encore {{/if}}votre avis. Confirmez chaque accès encore nécessaire et retirez les autres au plus tard le {{day dueOn}}. Ce que personne ne confirme est signalé.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" style=\"font-size:0px;padding:10px 28px 18px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\"{{buttonColour}}\" role=\"presentation\" style=\"border:none;border-radius:8px;cursor:auto;mso-padding-alt:14px 22px;background:{{buttonColour}};\" valign=\"middle\"\n>\n<a\nhref=\"{{reviewUrl}}\" style=\"display:inline-block;background:{{buttonColour}};color:{{buttonTextColour}};font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:17px;font-weight:700;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:14px 22px;mso-padding-alt:0px;border-radius:8px;\" target=\"_blank\"\n>\nVoir la liste\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que vous encadrez des bénévoles. Personne ne lit les réponses à ce message.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Bonjour {{firstName}}, {{figure count}} {{plural count one=\"bénévole a\" other=\"bénévoles ont\"}} des accès qui attendent {{#if isReminder}}encore {{/if}}votre avis. Confirmez chaque accès encore nécessaire et retirez les autres au plus tard le {{day dueOn}}. Ce que personne ne confirme est signalé.\n\nVoir la liste :\n{{reviewUrl}}\n\nEnvoyé par {{organisation}} parce que vous encadrez des bénévoles. Personne ne lit les réponses à ce message.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "slack": {
        "variables": [
          "count",
          "dueOn",
          "firstName",
          "isReminder",
          "reviewUrl"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{#if isReminder}}Reminder: who{{else}}Who{{/if}} has which access? · {{figure count}} {{plural count one=\"volunteer\" other=\"volunteers\"}}, {{day dueOn}}",
            "blocks": "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"{{#if isReminder}}Reminder: who{{else}}Who{{/if}} has which access?\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"Hello {{firstName}}, {{figure count}} {{plural count one=\\\"volunteer has\\\" other=\\\"volunteers have\\\"}} access that {{#if isReminder}}still waits{{else}}waits{{/if}} for your word. Please confirm each access that is still needed, and end the others, by {{day dueOn}}. What nobody confirms is reported.\"}},{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"text\":{\"type\":\"plain_text\",\"text\":\"Look at the list\"},\"url\":\"{{reviewUrl}}\"}]}]"
          },
          "fr": {
            "text": "{{#if isReminder}}Rappel : qui{{else}}Qui{{/if}} a quels accès ? · {{figure count}} {{plural count one=\"bénévole\" other=\"bénévoles\"}}, {{day dueOn}}",
            "blocks": "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"{{#if isReminder}}Rappel : qui{{else}}Qui{{/if}} a quels accès ?\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"Bonjour {{firstName}}, {{figure count}} {{plural count one=\\\"bénévole a\\\" other=\\\"bénévoles ont\\\"}} des accès qui attendent {{#if isReminder}}encore {{/if}}votre avis. Confirmez chaque accès encore nécessaire et retirez les autres au plus tard le {{day dueOn}}. Ce que personne ne confirme est signalé.\"}},{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"text\":{\"type\":\"plain_text\",\"text\":\"Voir la liste\"},\"url\":\"{{reviewUrl}}\"}]}]"
          }
        }
      },
      "inbox": {
        "variables": [
          "count",
          "dueOn",
          "isReminder",
          "reviewUrl"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{figure count}} {{plural count one=\"volunteer has\" other=\"volunteers have\"}} access that {{#if isReminder}}still waits{{else}}waits{{/if}} for your word. Please confirm each access that is still needed, and end the others, by {{day dueOn}}. What nobody confirms is reported.",
            "title": "{{#if isReminder}}Reminder: who{{else}}Who{{/if}} has which access?",
            "link": "{{reviewUrl}}"
          },
          "fr": {
            "text": "{{figure count}} {{plural count one=\"bénévole a\" other=\"bénévoles ont\"}} des accès qui attendent {{#if isReminder}}encore {{/if}}votre avis. Confirmez chaque accès encore nécessaire et retirez les autres au plus tard le {{day dueOn}}. Ce que personne ne confirme est signalé.",
            "title": "{{#if isReminder}}Rappel : qui{{else}}Qui{{/if}} a quels accès ?",
            "link": "{{reviewUrl}}"
          }
        }
      }
    }
  },
  "volunteer_welcome": {
    "category": "volunteer",
    "about": {
      "en": "To a volunteer who has joined: welcome, and where things are.",
      "fr": "À un bénévole qui vient d’arriver : bienvenue, et où trouver les choses."
    },
    "samples": {
      "links": {
        "firstName": "Ada",
        "lines": "[\"Your channels: general, branch-managers, t-north\", \"What volunteers do: https://members.example.org/handbook\", \"Shifts to sign up for: https://members.example.org/shifts\", \"Your buddy: Grace Hopper\"]"
      },
      "one": {
        "firstName": "Anna-Katharina Wolfeschlegelstein",
        "lines": "[\"Your channels: general\"]"
      }
    },
    "channels": {
      "slack": {
        "variables": [
          "firstName",
          "lines"
        ],
        "lists": [
          "lines"
        ],
        "words": {
          "en": {
            "text": "Welcome to {{organisation}}, {{clip firstName 60}}! {{#each (first lines 3)}}{{clip this 150}}{{#unless @last}} · {{/unless}}{{/each}}",
            "blocks": "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"Welcome to {{organisation}}, {{clip firstName 60}}!\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"It is good to have you here. What you may need first:\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"{{#each lines}}• {{clip this 250}}\\n{{/each}}\"}}]"
          },
          "fr": {
            "text": "Bienvenue chez {{organisation}}, {{clip firstName 60}} ! {{#each (first lines 3)}}{{clip this 150}}{{#unless @last}} · {{/unless}}{{/each}}",
            "blocks": "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"Bienvenue chez {{organisation}}, {{clip firstName 60}} !\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"Nous sommes heureux de vous accueillir. Ce qui vous servira d’abord :\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"{{#each lines}}• {{clip this 250}}\\n{{/each}}\"}}]"
          }
        }
      },
      "inbox": {
        "variables": [
          "firstName",
          "lines"
        ],
        "lists": [
          "lines"
        ],
        "words": {
          "en": {
            "text": "It is good to have you here. What you may need first: {{#each (first lines 10)}}{{clip this 200}}{{#unless @last}} · {{/unless}}{{/each}}",
            "title": "Welcome to {{organisation}}, {{clip firstName 60}}!"
          },
          "fr": {
            "text": "Nous sommes heureux de vous accueillir. Ce qui vous servira d’abord : {{#each (first lines 10)}}{{clip this 200}}{{#unless @last}} · {{/unless}}{{/each}}",
            "title": "Bienvenue chez {{organisation}}, {{clip firstName 60}} !"
          }
        }
      }
    }
  },
  "watch-alert": {
    "category": "presence",
    "about": {
      "en": "To those whom the watch list names, and the host: a visitor on the list is there.",
      "fr": "À ceux que la liste de surveillance désigne, et à l’hôte : un visiteur de la liste est là."
    },
    "samples": {
      "noted": {
        "visitorName": "Eve Moran",
        "company": "ACME",
        "siteName": "Vauxhall Walk",
        "note": "Call security."
      },
      "bare": {
        "visitorName": "Eve Moran",
        "company": "",
        "siteName": "Vauxhall Walk",
        "note": ""
      }
    },
    "channels": {
      "email": {
        "variables": [
          "company",
          "note",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "Watch list: {{visitorName}} is at {{siteName}}",
            "title": "{{visitorName}}{{#if company}} ({{company}}){{/if}} is at {{siteName}}",
            "preview": "The visitor was not told.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>This visitor is on the watch list, and was not told.{{#if note}} The list says: <strong>{{note}}</strong>{{/if}}</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} because the watch list names you, or because you are the host. Nobody reads replies to this mail.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} is at {{siteName}}.\n\nThis visitor is on the watch list, and was not told.{{#if note}} The list says: {{note}}{{/if}}\n\nSent by {{organisation}} because the watch list names you, or because you are the host. Nobody reads replies to this mail.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Liste de surveillance : {{visitorName}} est à {{siteName}}",
            "title": "{{visitorName}}{{#if company}} ({{company}}){{/if}} est à {{siteName}}",
            "preview": "Le visiteur n’en sait rien.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Ce visiteur est sur la liste de surveillance et n’en sait rien.{{#if note}} La liste dit : <strong>{{note}}</strong>{{/if}}</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} parce que la liste de surveillance vous désigne, ou que vous êtes l’hôte. Personne ne lit les réponses.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} est à {{siteName}}.\n\nCe visiteur est sur la liste de surveillance et n’en sait rien.{{#if note}} La liste dit : {{note}}{{/if}}\n\nEnvoyé par {{organisation}} parce que la liste de surveillance vous désigne, ou que vous êtes l’hôte. Personne ne lit les réponses.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "sms": {
        "variables": [
          "company",
          "note",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "Watch list: {{visitorName}}{{#if company}} ({{company}}){{/if}} is at {{siteName}}.{{#if note}} {{note}}{{/if}}"
          },
          "fr": {
            "text": "Liste de surveillance : {{visitorName}}{{#if company}} ({{company}}){{/if}} est à {{siteName}}.{{#if note}} {{note}}{{/if}}"
          }
        }
      },
      "push": {
        "variables": [
          "company",
          "note",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} is at {{siteName}}.{{#if note}} {{note}}{{/if}}",
            "title": "Watch list"
          },
          "fr": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} est à {{siteName}}.{{#if note}} {{note}}{{/if}}",
            "title": "Liste de surveillance"
          }
        }
      },
      "inbox": {
        "variables": [
          "company",
          "note",
          "siteName",
          "visitorName"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} is at {{siteName}}.{{#if note}} {{note}}{{/if}} The visitor was not told.",
            "title": "Watch list: {{visitorName}}"
          },
          "fr": {
            "text": "{{visitorName}}{{#if company}} ({{company}}){{/if}} est à {{siteName}}.{{#if note}} {{note}}{{/if}} Le visiteur n’en sait rien.",
            "title": "Liste de surveillance : {{visitorName}}"
          }
        }
      }
    }
  },
  "webhook-disabled": {
    "category": "presence",
    "about": {
      "en": "To who made a webhook that was switched off because it failed for days.",
      "fr": "À qui a créé un webhook désactivé après des jours d’échecs."
    },
    "samples": {
      "described": {
        "host": "hooks.example.com",
        "description": "Access control"
      },
      "bare": {
        "host": "hooks.example.com",
        "description": ""
      }
    },
    "channels": {
      "email": {
        "variables": [
          "description",
          "host"
        ],
        "lists": [],
        "words": {
          "en": {
            "subject": "A webhook was switched off: {{host}}",
            "title": "A webhook was switched off",
            "preview": "Calls to {{host}} have failed for five days.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Calls to {{host}}{{#if description}} ({{description}}){{/if}} have failed for five days, and the webhook was switched off.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Once the other side answers again, make it active, and deliver again what was missed.</div>\n</td>\n</tr>",
            "footer": "Sent by {{organisation}} to who made the webhook. Nobody reads replies to it.{{#if supportContact}}<br />Questions? Ask {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Unsubscribe from messages of this kind</a>{{/if}}",
            "text": "Calls to {{host}}{{#if description}} ({{description}}){{/if}} have failed for five days, and the webhook was switched off.\n\nOnce the other side answers again, make it active, and deliver again what was missed.\n\nSent by {{organisation}} to who made the webhook. Nobody reads replies to it.\n{{#if supportContact}}\n\nQuestions? Ask {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nUnsubscribe from messages of this kind:\n{{unsubscribeUrl}}\n{{/if}}"
          },
          "fr": {
            "subject": "Un webhook a été désactivé : {{host}}",
            "title": "Un webhook a été désactivé",
            "preview": "Les appels vers {{host}} échouent depuis cinq jours.",
            "html": "<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Les appels vers {{host}}{{#if description}} ({{description}}){{/if}} échouent depuis cinq jours, et le webhook a été désactivé.</div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"copy\" style=\"font-size:0px;padding:10px 28px 8px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2933;\"\n>Quand l’autre côté répond de nouveau, réactivez-le et renvoyez ce qui a manqué.</div>\n</td>\n</tr>",
            "footer": "Envoyé par {{organisation}} à qui a créé le webhook. Personne ne lit les réponses.{{#if supportContact}}<br />Des questions ? Adressez-vous à {{supportContact}}.{{/if}}{{#if unsubscribeUrl}}<br /><a href=\"{{unsubscribeUrl}}\" style=\"color:#52606d\">Ne plus recevoir les messages de ce genre</a>{{/if}}",
            "text": "Les appels vers {{host}}{{#if description}} ({{description}}){{/if}} échouent depuis cinq jours, et le webhook a été désactivé.\n\nQuand l’autre côté répond de nouveau, réactivez-le et renvoyez ce qui a manqué.\n\nEnvoyé par {{organisation}} à qui a créé le webhook. Personne ne lit les réponses.\n{{#if supportContact}}\n\nDes questions ? Adressez-vous à {{supportContact}}.\n{{/if}}\n{{#if unsubscribeUrl}}\n\nNe plus recevoir les messages de ce genre :\n{{unsubscribeUrl}}\n{{/if}}"
          }
        }
      },
      "inbox": {
        "variables": [
          "description",
          "host"
        ],
        "lists": [],
        "words": {
          "en": {
            "text": "Calls to {{host}}{{#if description}} ({{description}}){{/if}} have failed for five days. Once the other side answers again, make it active, and deliver again what was missed.",
            "title": "A webhook was switched off: {{host}}",
            "link": "/hooks"
          },
          "fr": {
            "text": "Les appels vers {{host}}{{#if description}} ({{description}}){{/if}} échouent depuis cinq jours. Quand l’autre côté répond de nouveau, réactivez-le et renvoyez ce qui a manqué.",
            "title": "Un webhook a été désactivé : {{host}}",
            "link": "/hooks"
          }
        }
      }
    }
  }
} satisfies Sources;
