import { encode } from 'uqr';
import { CardBox } from '#app/_ui/card-box.tsx';
import { CopyField } from '#app/_ui/copy-field.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { env } from '#lib/config/env.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { translate } from '#lib/i18n/translate.ts';
import type { RequestSummary } from '#lib/requests/overview/summarize.ts';
import { translator } from '#lib/session/translator.ts';
import { EmailText } from '../../../_parts/email-text.tsx';
import { toShortCode } from '../../../_parts/short-code.ts';

/** The ways to hand a request to somebody who can answer it: link, QR code, and words for an e-mail. */
export async function Share({ summary }: { readonly summary: RequestSummary }) {
  const t = await translator('vendor');
  const common = await translator('common');
  const link = `${env().PORTAL_URL}/r/${toShortCode(summary.request.id)}`;
  return (
    <CardBox>
      <Heading level={2} data-size="xs">
        {t('requests.share.title')}
      </Heading>
      <p className="text-text-subtle">{t('requests.share.text')}</p>
      <CopyField
        label={t('requests.share.link')}
        value={link}
        copy={t('requests.share.copyLink')}
        copied={common('actions.copied')}
      />
      <QrCode text={link} label={t('requests.share.qr')} />
      <EmailText
        write={(language) =>
          translate(language, 'vendor')('requests.email', {
            system: summary.systemName[language],
            vendor: summary.vendor.name,
            organisation: summary.organisation.name,
            link,
            date: formatDate(language, summary.deadline),
          })
        }
      />
    </CardBox>
  );
}

/** A QR code as one path, black on white in dark mode too, since cameras need it so. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-40 rounded-md border border-border-subtle"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
