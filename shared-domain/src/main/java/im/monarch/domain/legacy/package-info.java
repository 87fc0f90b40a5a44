/**
 * Signing in with MSNP2 to MSNP7: a secret that the server can read, and a challenge that is fresh
 * each time. An account without such a secret does not exist for these dialects.
 */
package im.monarch.domain.legacy;
