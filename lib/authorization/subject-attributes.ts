import { codeOf } from '../resources/access-packages/model.ts';
import { type Match, PACKAGE_ATTRIBUTE, ROLE_ATTRIBUTE } from '../resources/model.ts';
import { REGISTER_ROLE_ATTRIBUTE } from './model.ts';

/** The names by which policies may mention roles of the register of legal entities (`urn:altinn:external-role:ccr`). */
const REGISTER_ROLE_NAMES: Readonly<Record<string, string>> = {
  DAGL: 'daglig-leder',
  LEDE: 'styreleder',
  NEST: 'nestleder',
  MEDL: 'styremedlem',
  VARA: 'varamedlem',
  INNH: 'innehaver',
  DTSO: 'deltaker-fullt-ansvar',
  DTPR: 'deltaker-delt-ansvar',
  KOMP: 'komplementar',
  BEST: 'bestyrende-reder',
  BOBE: 'bostyrer',
  KONT: 'kontaktperson',
  REGN: 'regnskapsforer',
  REVI: 'revisor',
  FFØR: 'forretningsforer',
};

/** Role codes as subject attributes: the code itself and, for a register role, its name. */
export function attributesOfRoles(roles: readonly string[]): readonly Match[] {
  return roles.flatMap((role) => {
    const name = REGISTER_ROLE_NAMES[role.toUpperCase()] ?? role.toLowerCase();
    return [
      { id: ROLE_ATTRIBUTE, value: role },
      { id: REGISTER_ROLE_ATTRIBUTE, value: name },
    ];
  });
}

/** Package URNs as subject attributes; policies know the bare code. */
export function attributesOfPackages(urns: readonly string[]): readonly Match[] {
  return urns.map((urn) => ({ id: PACKAGE_ATTRIBUTE, value: codeOf(urn) }));
}
