/** The role that everybody has at their own party; it brings the packages of inhabitants. */
export const PRIVATE_PERSON = 'PRIV';

/** A text in the three languages of the catalogue. */
export type CatalogueTexts = Readonly<Record<string, string>>;

/** A group of areas, e.g. `Bransje`; `type` says whom its packages are for. */
export type PackageGroup = {
  readonly id: string;
  readonly name: CatalogueTexts;
  readonly description: CatalogueTexts;
  readonly type: string;
};

/** A field of authority, e.g. `Skatt, avgift, regnskap og toll`. */
export type PackageArea = {
  readonly id: string;
  readonly groupId: string;
  readonly code: string;
  readonly name: CatalogueTexts;
  readonly description: CatalogueTexts;
};

/**
 * An access package. `isAssignable`: may be given directly to a person or a standard system user.
 * `isDelegable`: may be passed on for a client, to an agent system user.
 */
export type AccessPackage = {
  readonly id: string;
  /** `urn:altinn:accesspackage:<code>` */
  readonly urn: string;
  readonly name: CatalogueTexts;
  readonly description: CatalogueTexts;
  readonly isDelegable: boolean;
  readonly isAssignable: boolean;
  readonly area: PackageArea;
};

/** What the URN of every access package begins with. */
export const PACKAGE_URN_PREFIX = 'urn:altinn:accesspackage:';

/** The bare code of a package, as policies write it. */
export function codeOf(urn: string): string {
  return urn.slice(urn.lastIndexOf(':') + 1);
}

/** Completes what callers write for a package to its URN: the URN itself, `:code` or `code`. */
export function toPackageUrn(text: string): string {
  if (text.startsWith(PACKAGE_URN_PREFIX)) return text;
  return `${PACKAGE_URN_PREFIX}${text.replace(/^:/, '')}`;
}

/** The text in the wanted language, else in bokmål, else whatever there is. */
export function textIn(texts: CatalogueTexts, language: string): string {
  return texts[language] ?? texts.nb ?? Object.values(texts)[0] ?? '';
}
