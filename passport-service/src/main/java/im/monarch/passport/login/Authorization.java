package im.monarch.passport.login;

import im.monarch.domain.tickets.Nonce;
import java.util.Optional;

/** What an Authorization header amounts to. */
sealed interface Authorization {

  /** Nobody is named: a client that asks what to ask its user for, or no Passport header at all. */
  record Nobody() implements Authorization {}

  /**
   * Somebody wants to sign in.
   *
   * @param handle as typed; perhaps no handle at all
   * @param nonce of the challenge that the notification server gave; none if there is no such
   */
  record Credentials(String handle, String password, Optional<Nonce> nonce)
      implements Authorization {

    @Override
    public String toString() {
      return "Credentials[handle=" + handle + ", password=***]";
    }
  }
}
