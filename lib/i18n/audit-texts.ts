import type { Language } from './languages.ts';

/** A text in each language, in the order of `ORDER`. */
type Texts = readonly [nb: string, nn: string, en: string];

const ORDER: Readonly<Record<Language, 0 | 1 | 2>> = { nb: 0, nn: 1, en: 2 };

/** What activity pages say for each action of the audit trail. */
const AUDIT_TEXTS: Readonly<Record<string, Texts>> = {
  'agreement.applied': ['Søkt om test', 'Søkt om test', 'Applied for test'],
  'agreement.test-granted': ['Åpnet for test', 'Opna for test', 'Opened for test'],
  'agreement.signed': [
    'Vilkår godtatt, søkt om produksjon',
    'Vilkår godtekne, søkt om produksjon',
    'Terms accepted, applied for production',
  ],
  'agreement.production-granted': ['Åpnet for produksjon', 'Opna for produksjon', 'Opened for production'],
  'agreement.refused': ['Søknad avslått', 'Søknad avslått', 'Application refused'],
  'agreement.suspended': ['Leverandør stanset', 'Leverandør stansa', 'Vendor suspended'],
  'agreement.resumed': ['Stans opphevet', 'Stans oppheva', 'Suspension lifted'],
  'client.created': ['Klient laget', 'Klient laga', 'Client made'],
  'client.changed': ['Klient endret', 'Klient endra', 'Client changed'],
  'client.deactivated': ['Klient tatt ut av bruk', 'Klient teken ut av bruk', 'Client taken out of use'],
  'client-keys.changed': ['Nøkler på klienten endret', 'Nøklar på klienten endra', 'Keys of the client changed'],
  'client.added': ['Klient koblet til', 'Klient kopla til', 'Client connected'],
  'client.removed': ['Klient koblet fra', 'Klient kopla frå', 'Client disconnected'],
  'system.registered': ['System registrert', 'System registrert', 'System registered'],
  'system.updated': ['System endret', 'System endra', 'System changed'],
  'system.rights-updated': ['Enkelttjenester endret', 'Einskildtenester endra', 'Single services changed'],
  'system.packages-updated': ['Tilgangspakker endret', 'Tilgangspakkar endra', 'Access packages changed'],
  'system.deleted': ['System slettet', 'System sletta', 'System deleted'],
  'request.created': ['Forespørsel sendt', 'Førespurnad send', 'Request sent'],
  'request.approved': ['Forespørsel godkjent', 'Førespurnad godkjend', 'Request approved'],
  'request.rejected': ['Forespørsel avvist', 'Førespurnad avvist', 'Request rejected'],
  'request.withdrawn': ['Forespørsel trukket tilbake', 'Førespurnad trekt tilbake', 'Request withdrawn'],
  'request.escalated': ['Forespørsel sendt videre', 'Førespurnad send vidare', 'Request forwarded'],
  'request.forwarded': ['Forespørsel sendt videre', 'Førespurnad send vidare', 'Request forwarded'],
  'request.expired': ['Forespørsel utløpt', 'Førespurnad gått ut', 'Request expired'],
  'request.ended': [
    'Forespørsel avsluttet med systembrukeren',
    'Førespurnad avslutta med systembrukaren',
    'Request ended with the system user',
  ],
  'change-request.created': ['Endringsforespørsel sendt', 'Endringsførespurnad send', 'Change request sent'],
  'change-request.approved': [
    'Endringsforespørsel godkjent',
    'Endringsførespurnad godkjend',
    'Change request approved',
  ],
  'change-request.rejected': ['Endringsforespørsel avvist', 'Endringsførespurnad avvist', 'Change request rejected'],
  'change-request.withdrawn': [
    'Endringsforespørsel trukket tilbake',
    'Endringsførespurnad trekt tilbake',
    'Change request withdrawn',
  ],
  'change-request.escalated': [
    'Endringsforespørsel sendt videre',
    'Endringsførespurnad send vidare',
    'Change request forwarded',
  ],
  'change-request.forwarded': [
    'Endringsforespørsel sendt videre',
    'Endringsførespurnad send vidare',
    'Change request forwarded',
  ],
  'systemuser.created': ['Systembruker opprettet', 'Systembrukar oppretta', 'System user created'],
  'systemuser.changed': ['Systembruker endret', 'Systembrukar endra', 'System user changed'],
  'systemuser.withdrawn': ['Systembruker trukket tilbake', 'Systembrukar trekt tilbake', 'System user withdrawn'],
  'token.refused': ['Token avvist', 'Token avvist', 'Token refused'],
  'scope.created': ['Scope laget', 'Scope laga', 'Scope made'],
  'scope.changed': ['Scope endret', 'Scope endra', 'Scope changed'],
  'scope.deactivated': ['Scope tatt ut av bruk', 'Scope teke ut av bruk', 'Scope taken out of use'],
  'scope-access.requested': ['Bedt om tilgang til scope', 'Bede om tilgang til scope', 'Asked for access to a scope'],
  'scope-access.given': ['Tilgang til scope gitt', 'Tilgang til scope gitt', 'Access to a scope given'],
  'scope-access.removed': [
    'Tilgang til scope tatt tilbake',
    'Tilgang til scope teken tilbake',
    'Access to a scope taken back',
  ],
  'scope-delegation.given': ['Scope delegert', 'Scope delegert', 'Scope delegated'],
  'scope-delegation.revoked': [
    'Delegering av scope trukket tilbake',
    'Delegering av scope trekt tilbake',
    'Delegation of a scope revoked',
  ],
  'prefix.assigned': ['Prefiks tildelt', 'Prefiks tildelt', 'Prefix assigned'],
  'prefix.changed': ['Prefiks endret', 'Prefiks endra', 'Prefix changed'],
  'resource.created': ['Ressurs registrert', 'Ressurs registrert', 'Resource registered'],
  'resource.updated': ['Ressurs endret', 'Ressurs endra', 'Resource changed'],
  'resource.deleted': ['Ressurs slettet', 'Ressurs sletta', 'Resource deleted'],
  'policy.saved': ['Regler lagret', 'Reglar lagra', 'Rules saved'],
  'access-list.created': ['Tilgangsliste laget', 'Tilgangsliste laga', 'Access list made'],
  'access-list.updated': ['Tilgangsliste endret', 'Tilgangsliste endra', 'Access list changed'],
  'access-list.deleted': ['Tilgangsliste slettet', 'Tilgangsliste sletta', 'Access list deleted'],
};

/** What happened, in the reader's language; an action without words is shown as it is stored. */
export function auditText(language: Language, action: string): string {
  return AUDIT_TEXTS[action]?.[ORDER[language]] ?? action;
}
