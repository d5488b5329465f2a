import { ProblemError, type ValidationError } from '../kernel/errors.ts';

const CATALOGUE = {
  'AUTH.VLD-00000': ['the org number identifier is not valid ISO6523 identifier', 'vendor/id'],
  'AUTH.VLD-00001': ['The system id does not match the format orgnumber_xxxx...', 'systemid'],
  'AUTH.VLD-00002': ['The system id already exists', 'systemid'],
  'AUTH.VLD-00003': [
    "One or more resources specified in rights were not found in Altinn's resource register.",
    'rights/resource',
  ],
  'AUTH.VLD-00004': ['One of the client id is already tagged with an existing system', 'clientid'],
  'AUTH.VLD-00005': [
    'One or more of the redirect urls format is not valid. The valid format is https://xxx.xx',
    'allowedredirecturls',
  ],
  'AUTH.VLD-00006': ['One or more duplicate rights found', 'rights/resource'],
  'AUTH.VLD-00007': ['One or more duplicate access package(s) found', 'accesspackages'],
  'AUTH.VLD-00008': [
    "One or all the accesspackage(s) is not found in altinn's access packages or is not delegable",
    'accesspackages',
  ],
  'AUTH.VLD-00009': [
    'One or more resource id is in wrong format. The valid format is urn:altinn:resource',
    'rights/resource',
  ],
  'AUTH.VLD-00011': ['Request contains duplicate client ids', 'clientid'],
  'AUTH.VLD-00012': ['The system ID in the request body does not match the system ID in the URL', 'systemid'],
  'AUTH.VLD-00013': ['System ID cannot have spaces in id (leading, trailing or in between the id)', 'systemid'],
  'AUTH.VLD-00017': [
    'One or more resources specified in rights is of resource type which is not delegable.',
    'rights/resource',
  ],
  'AUTH.VLD-00018': [
    "Access packages meant for system user for client relations can't be used in combination with the flag isVisible: true",
    'accesspackages',
  ],
} as const satisfies Record<string, readonly [string, string]>;

/** A code of the register's validation catalogue; 10 is unused, 14 to 16 belong to client delegation. */
type RegisterCode = keyof typeof CATALOGUE;

/** Every code there is, in the order of the catalogue. */
export const REGISTER_CODES = Object.keys(CATALOGUE) as readonly RegisterCode[];

/** Members that some entries carry; the names really end in ` : `. */
type RegisterDetails = {
  readonly 'ResourceIds Not Found : '?: string;
  readonly 'ResourceIds Not Delegable : '?: string;
  readonly 'Invalid Resource Id Details : '?: string;
  readonly 'Invalid Urn Details : '?: string;
};

/** Makes one entry of a validation problem, for the caller to collect. */
export function registerError(code: RegisterCode, details?: RegisterDetails): ValidationError {
  const [title, member] = CATALOGUE[code];
  return { code, title, paths: [`/registersystemrequest/${member}`], ...(details ? { extensions: details } : {}) };
}

/** Our own problem, without a number of Altinn's: the vendor has no agreement in force with the operator. */
export const AGREEMENT_MISSING = 'agreement-missing';

/** Makes the refusal of a vendor that has no agreement, for the caller to throw. */
export function noAgreement(): ProblemError {
  return new ProblemError({
    status: 403,
    code: AGREEMENT_MISSING,
    title: 'The organisation has no agreement in force for the system register.',
  });
}
