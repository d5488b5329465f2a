import type { Shape } from '../../shape.ts';
import type { help as source } from '../nb/help.ts';

/** Help, glossary, accessibility and privacy. */
export const help = {
  title: 'Help and glossary',
  lead: 'How it all fits together, in short, and what the words mean.',
  guides: {
    heading: 'How to',
    answer: {
      title: 'Answer a request',
      text: 'Open the link you have received, and log in. Read what the system may do, and answer yes or no. If you cannot answer yourself, you can send the request to someone who can.',
    },
    create: {
      title: 'Create a system user yourself',
      text: 'Go to System users and choose New system user. Find the business system, see what it may do, and create the system user.',
    },
    withdraw: {
      title: 'Withdraw access',
      text: 'Go to System users, choose the system and withdraw its access. It takes effect at once. To stop the system for a while only, pause it instead.',
    },
    delegate: {
      title: 'Give a supplier access to an API',
      text: 'Go to API access and choose the API and the supplier. You see what the supplier may do before you confirm, and you can withdraw the access at any time.',
    },
    who: {
      title: 'Who can answer?',
      text: 'The general manager, an access manager or the main administrator can answer for the organisation. Others who are affiliated with it can forward the request.',
    },
    result: {
      title: 'For vendors: verify the outcome',
      text: 'If the system has asked for the outcome on its return address, the address gets status, id and result. Only result is proof: a JWT signed with RS256 by one of the keys in /jwk, of type request-result+jwt, valid for 15 minutes. Check the signature, iss, that aud is your system ID, and exp. It holds request_id, status and external_ref. Otherwise ask the API for the status.',
    },
  },
  glossary: 'Glossary',
  terms: {
    systemUser: {
      term: 'system user',
      meaning:
        'A user for a business system, not for a person. Through it the system acts for one organisation. Altinn sometimes calls it system access.',
    },
    clientSystemUser: {
      term: 'client system user (agent)',
      meaning: 'Like a system user, but acts for the clients of the organisation.',
    },
    businessSystem: {
      term: 'business system',
      meaning: 'The program you use, for example an accounting system. In text for developers: end-user system.',
    },
    vendor: {
      term: 'system vendor',
      meaning: 'Whoever makes and supplies the business system.',
    },
    systemRegister: {
      term: 'system register',
      meaning: 'The catalogue of business systems.',
    },
    systemId: {
      term: 'system ID',
      meaning:
        'The name of a system in the register: the organisation number of the vendor, an underscore and a short name.',
    },
    serviceOwner: {
      term: 'service owner',
      meaning: 'The public body that owns a service.',
    },
    operator: {
      term: 'platform operator',
      meaning: 'Whoever runs this portal.',
    },
    organisation: {
      term: 'organisation',
      meaning: 'A company, public body or other legal entity with an organisation number.',
    },
    unit: {
      term: 'main unit and sub-unit',
      meaning: 'The levels of the register of legal entities. Mentioned only where the difference matters.',
    },
    orgNo: {
      term: 'organisation number (org. no.)',
      meaning: 'Nine digits that identify an organisation.',
    },
    actOnBehalf: {
      term: 'act on behalf of',
      meaning: 'To do something with effect for someone else.',
    },
    authority: {
      term: 'authority',
      meaning: 'Permission to act for someone. You give authority, and you can withdraw it.',
    },
    right: {
      term: 'right',
      meaning: 'One allowed action on one service.',
    },
    action: {
      term: 'action',
      meaning: 'What the right is about: read, write, sign or submit.',
    },
    access: {
      term: 'access',
      meaning: 'The technical ability to do something.',
    },
    apiAccess: {
      term: 'API access',
      meaning:
        'A supplier’s permission to use an API for the organisation, with a Maskinporten client of its own. Altinn calls it API delegation.',
    },
    accessPackage: {
      term: 'access package',
      meaning: 'A bundle of rights within one field, given together.',
    },
    area: {
      term: 'area',
      meaning: 'A group of access packages.',
    },
    singleService: {
      term: 'single service',
      meaning: 'A service that you can give authority for by itself, outside the packages.',
    },
    resource: {
      term: 'service / resource',
      meaning: 'What the authority is about. Users see the word service, service owners see the word resource.',
    },
    resourceRegistry: {
      term: 'resource registry',
      meaning: 'The catalogue of services.',
    },
    policy: {
      term: 'rule / policy',
      meaning: 'Who may do what on a resource.',
    },
    accessList: {
      term: 'access list',
      meaning: 'The organisations that are allowed to use a resource.',
    },
    level: {
      term: 'authentication level',
      meaning: 'How certain we are of who you are: level 3 or 4. A system user always has level 3.',
    },
    request: {
      term: 'request',
      meaning: 'A question from a vendor that wants its system to act for you.',
    },
    changeRequest: {
      term: 'change request',
      meaning: 'A question about changing what a system user may do.',
    },
    forward: {
      term: 'forward',
      meaning: 'To pass a request on to someone who can answer it. Altinn says escalate.',
    },
    suspend: {
      term: 'pause',
      meaning: 'To stop a system user for a while. Nothing is deleted, and you resume it whenever you want.',
    },
    withdraw: {
      term: 'withdraw',
      meaning: 'To take the authority back. The system can no longer act for you.',
    },
    accessManager: {
      term: 'access manager',
      meaning: 'A person who may give and withdraw authority for the organisation.',
    },
    mainAdministrator: {
      term: 'main administrator',
      meaning: 'A person who may pass on every authority of the organisation.',
    },
    clientAdministrator: {
      term: 'client administrator',
      meaning: 'A person who connects clients to a client system user.',
    },
    client: {
      term: 'client',
      meaning: 'The customer of an accountant, auditor or business manager.',
    },
    customer: {
      term: 'customer',
      meaning: 'The customer of the system vendor.',
    },
    generalManager: {
      term: 'general manager',
      meaning: 'The person who runs the organisation and may give every authority.',
    },
    maskinportenClient: {
      term: 'Maskinporten client',
      meaning: 'The identity a system uses when it fetches a token.',
    },
    scope: {
      term: 'scope',
      meaning: 'The name of what a token allows in an API.',
    },
    key: {
      term: 'key and key ID (kid)',
      meaning: 'What the client signs with, and its name.',
    },
    returnAddress: {
      term: 'return address',
      meaning: 'The web address you are sent back to when you have answered.',
    },
    ownReference: {
      term: 'own reference',
      meaning: 'The vendor’s own name for the customer or the connection.',
    },
    receipt: {
      term: 'receipt',
      meaning: 'The page that shows what you answered, and when.',
    },
    activityLog: {
      term: 'activity log',
      meaning: 'Everything that has happened for the organisation: who, what and when.',
    },
    agreement: {
      term: 'agreement',
      meaning: 'The agreement between the vendor and the platform operator.',
    },
    environment: {
      term: 'test and production',
      meaning: 'A place to try things and a place for real use. They share nothing.',
    },
    syntheticPerson: {
      term: 'synthetic person',
      meaning: 'An invented person for testing. 80 is added to the month in the identity number.',
    },
    decision: {
      term: 'decision (permit / deny)',
      meaning: 'The answer to whether someone may do something with a resource right now.',
    },
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Everyone should be able to use this portal. We follow WCAG 2.2 at level AA, which is stricter than the law requires (WCAG 2.1).',
    done: 'How we test it',
    doneText:
      'Every page is tested automatically in Bokmål, Nynorsk and English, on wide and narrow screens, in light and dark, and the main tasks by keyboard alone.',
    gaps: 'Known gaps',
    gapsText:
      'Automatic tests do not find everything. The portal has not yet been reviewed by people who use screen readers. Names and descriptions that vendors and service owners write themselves may lack a translation.',
    contact: 'Have you come across a barrier?',
    contactText:
      'Tell the organisation that runs this installation of the portal. You can also complain to the Norwegian authority for universal design of ICT (UU-tilsynet).',
  },
  privacy: {
    title: 'Privacy',
    lead: 'The portal stores as little as possible about you, and only what is needed to show who gave which authority.',
    stored: 'What we store',
    items: {
      name: 'Your name and the roles you have in organisations, from the register.',
      number: 'Your national identity number, encrypted. It is never shown on a page and never written to a log.',
      actions:
        'What you do on behalf of an organisation: what, when and for whom. The organisation can read it in its activity log.',
      session: 'Your session, for up to eight hours.',
    },
    cookies: 'Cookies',
    cookiesText:
      'We use necessary cookies only: one for the log-in, one for the language, and a few short-lived ones while you log in. No tracking, and nothing is fetched from other sites. If your session ends while you fill in a form, what you wrote stays encrypted in the tab until you log in again or close it.',
    synthetic: 'The test environment holds synthetic people and organisations only.',
  },
} satisfies Shape<typeof source>;
