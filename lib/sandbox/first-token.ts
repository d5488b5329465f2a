/** Whose token to fetch, and for whom. */
export type FirstToken = {
  readonly portal: string;
  /** With its trailing slash. */
  readonly issuer: string;
  readonly clientId: string;
  readonly kid: string;
  /** The client's private key in PEM, as the reader's shell finds it. */
  readonly keyFile: string;
  readonly customerOrgNo: string;
  readonly scope: string;
  /** The API that takes the token, without a trailing slash. */
  readonly api: string;
};

/**
 * Writes the shell commands that sign a grant with openssl, fetch a system user's token with curl, and call an API with
 * it. Holds no secret: only where the key lies.
 */
export function firstTokenScript(of: FirstToken): string {
  return `base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
now=$(date +%s)
header=$(printf '{"alg":"RS256","kid":"${of.kid}"}' | base64url)
claims=$(printf '{"aud":"${of.issuer}","iss":"${of.clientId}","scope":"${of.scope}",
  "iat":%s,"exp":%s,"jti":"%s","authorization_details":[{"type":"urn:altinn:systemuser",
  "systemuser_org":{"authority":"iso6523-actorid-upis","ID":"0192:${of.customerOrgNo}"}}]}' \\
  "$now" "$((now + 100))" "$(openssl rand -hex 16)" | base64url)
signature=$(printf '%s.%s' "$header" "$claims" |
  openssl dgst -sha256 -sign "${of.keyFile}" -binary | base64url)
token=$(curl -s ${of.portal}/token -d grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer \\
  -d "assertion=$header.$claims.$signature" | grep -o '"access_token":"[^"]*"' | cut -d '"' -f 4)
curl -s ${of.api}/regnskapssystem/${of.customerOrgNo}/aapnekrav -H "Authorization: Bearer $token"
`;
}

/** Writes the command that examines the same grant: which check it fails, and the cure (`lib/sdk/cli`). */
export function doctorCommand(of: FirstToken): string {
  return `npm run -s cli -- doctor --url ${of.portal} \\
  --client-id ${of.clientId} --kid ${of.kid} --key "${of.keyFile}" \\
  --scope ${of.scope} --organisation ${of.customerOrgNo}
`;
}
