package im.monarch.passport.rst;

import java.util.List;
import java.util.Optional;

/** What a message to RST.srf amounts to. */
sealed interface RstRequest {

  /**
   * Somebody wants tokens.
   *
   * @param handle as typed; perhaps no handle at all
   * @param wanted one at least, each with a number of its own
   */
  record Tokens(String handle, String password, List<Wanted> wanted) implements RstRequest {

    public Tokens {
      wanted = List.copyOf(wanted);
    }

    @Override
    public String toString() {
      return "Tokens[handle=" + handle + ", password=***, wanted=" + wanted.size() + ']';
    }
  }

  /** Nothing that can be answered with tokens. */
  record Refused(Flaw flaw) implements RstRequest {}

  /**
   * One token.
   *
   * @param number 1 for {@code RST1}: clients look for {@code PPToken1}
   * @param address of the service it is for, such as {@code messenger.msn.com}
   * @param policy {@code ?} and the challenge of a notification server, or the name of a policy
   */
  record Wanted(int number, String address, Optional<String> policy) {}

  /** Why a message is refused. */
  enum Flaw {
    /** No XML, not the parts of a message, too much of something, or something SOAP forbids. */
    MALFORMED,
    /** Another SOAP than 1.1. */
    OTHER_SOAP,
    /** Nobody is named, or without a password. */
    NO_CREDENTIALS,
    /** The challenge is there and cannot be one of ours. */
    BAD_POLICY
  }
}
