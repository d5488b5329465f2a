#!/bin/sh
# The whole story with curl and openssl: request, approval, system-user token, claims, withdrawal, refusal.
# Run it in the folder of a started sandbox: sh e2e/contract/tour.sh [portal address] [folder of the guests' keys] [address of the API]
set -eu
portal=${1:-http://localhost:3000}
keys=${2:-data/guests}
krav=${3:-$portal}
customer=314400402 # Rør og Vann AS
reference=tour-$(date +%s)
client=$(sed -n 's/.*"SMARTREGNSKAP_CLIENT_ID": "\([^"]*\)".*/\1/p' "$keys/smartregnskap.json")

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
member() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }

# A JWT grant: header and claims, signed with the vendor's key. $1 scope, $2 further claims.
grant() {
  now=$(date +%s)
  header=$(printf '{"alg":"RS256","kid":"smartregnskap-1"}' | base64url)
  claims=$(printf '{"aud":"%s/","iss":"%s","scope":"%s","iat":%s,"exp":%s,"jti":"%s"%s}' \
    "$portal" "$client" "$1" "$now" "$((now + 100))" "$(openssl rand -hex 16)" "${2:-}" | base64url)
  signature=$(printf '%s.%s' "$header" "$claims" | openssl dgst -sha256 -sign "$keys/smartregnskap.pem" -binary | base64url)
  printf '%s.%s.%s' "$header" "$claims" "$signature"
}
token_answer() {
  curl -s "$portal/token" \
    -d grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer -d "assertion=$(grant "$@")"
}
token() { token_answer "$@" | member access_token; }

echo '1. SmartRegnskap asks Rør og Vann AS for a system user'
request=$(curl -s "$portal/authentication/api/v1/systemuser/request/vendor" \
  -H "Authorization: Bearer $(token altinn:authentication/systemuser.request.write)" \
  -H 'Content-Type: application/json' \
  -d "{\"systemId\":\"313300307_smartregnskap\",\"partyOrgNo\":\"$customer\",\"externalRef\":\"$reference\",
       \"rights\":[{\"resource\":[{\"id\":\"urn:altinn:resource\",\"value\":\"ske-krav-og-betalinger\"}]}],\"accessPackages\":[]}")
id=$(printf '%s' "$request" | member id)
echo "   request $id: open the link and log in as Pia, or let the next step approve it for her"
echo "   $portal/requests/$id"

echo '2. Pia approves'
pia=$(curl -s -u sandbox:sandbox "$portal/api/GetPersonalToken?pid=14837912092&scopes=altinn:portal/enduser")
party=$(curl -s "$portal/authentication/api/v1/systemuser/request/$id" -H "Authorization: Bearer $pia" |
  sed -n 's/.*"partyId":\([0-9]*\).*/\1/p')
curl -sf -X POST "$portal/authentication/api/v1/systemuser/request/$party/$id/approve" -H "Authorization: Bearer $pia"
echo

echo '3. SmartRegnskap fetches a token for the system user'
details=",\"authorization_details\":[{\"type\":\"urn:altinn:systemuser\",\"externalRef\":\"$reference\",
  \"systemuser_org\":{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:$customer\"}}]"
access=$(token skatteetaten:kravogbetalinger "$details")
test -n "$access"

echo '4. … and reads the claims'
claims="$krav/kravogbetalinger/v1/regnskapssystem/$customer/aapnekrav"
curl -sf "$claims" -H "Authorization: Bearer $access"
echo

echo '5. Pia withdraws; the old token is refused at once, and there is no new one'
curl -sf -X DELETE "$portal/authentication/api/v1/systemuser/$party/$id" -H "Authorization: Bearer $pia"
echo
curl -s "$claims" -H "Authorization: Bearer $access"
echo
token_answer skatteetaten:kravogbetalinger "$details"
echo
