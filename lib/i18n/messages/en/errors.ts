import type { Shape } from '../../shape.ts';
import type { errors as source } from '../nb/errors.ts';

/** Pages for what went wrong, and the front of the error catalogue. */
export const errors = {
  notFound: {
    title: 'We cannot find the page',
    text: 'The link may be mistyped, or the page may have moved.',
  },
  failed: {
    title: 'Something went wrong on our side',
    text: 'What you did may be unfinished. Try again, or go to the front page.',
    again: 'Try again',
    reference: 'Reference: {digest}',
  },
  forbidden: {
    title: 'You cannot open this',
    need: 'It requires {what}.',
    youAre: 'You are logged in as {name}, acting for {organisation}.',
    who: 'These people at {organisation} can',
    nobody: 'Nobody at {organisation} has this access.',
    becomeOwner:
      'Service owners are public bodies. If the organisation should be one of them, contact {operator}, which runs the platform.',
    send: 'Send the link to one of them',
    copy: 'Copy the link',
    switch: 'Switch organisation',
    needs: {
      'access-management': 'the role of access manager',
      'system-user-overview': 'the role of access manager or client administrator',
      'client-administration': 'the role of client administrator',
      'technical-administration': 'the access package Maskinporten administrator',
      'api-delegation': 'the role of access manager or the access package Maskinporten administrator',
      vendor: 'that the organisation is a system vendor',
      owner: 'that the organisation is a service owner',
      operator: 'that the organisation runs the platform',
    },
  },
  toFront: 'To the front page',
  catalogue: {
    title: 'Error codes',
    lead: 'Codes from the token endpoint and the APIs, what they mean, and what you can do.',
    onThisPage: 'On this page',
    groups: {
      tokens: 'From the token endpoint',
      requests: 'Requests and system users',
      fields: 'Fields in the system register and client delegation',
      registry: 'Resource registry',
      sandbox: 'Sandbox',
      administration: 'Administration and agreements',
      neverAnswered: 'In Altinn’s catalogue, but never answered here',
    },
    causes: 'Common causes',
    remedy: 'How to fix it',
    neverAnswered: {
      lead: 'The code is in Altinn’s catalogue, but the portal never answers with it.',
      causes: 'Why not here',
      remedy: 'What you can do',
    },
    answeredBy: 'Endpoints that answer the code',
    withStatus: 'Status {status}',
    all: 'All error codes',
  },
} satisfies Shape<typeof source>;
