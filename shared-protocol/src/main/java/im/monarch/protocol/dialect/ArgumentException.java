package im.monarch.protocol.dialect;

import im.monarch.protocol.vocabulary.ErrorCode;
import java.util.Optional;

/** Words that do not fit the grammar of their verb; never leaves this package. */
final class ArgumentException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The number to answer with; none means to hang up without a word. */
  private final transient Optional<ErrorCode> code;

  /** Whether the conversation survives the refusal. */
  private final boolean stays;

  private ArgumentException(Optional<ErrorCode> code, boolean stays, String reason) {
    super(reason, null, false, false);
    this.code = code;
    this.stays = stays;
  }

  static ArgumentException foreign(String reason) {
    return new ArgumentException(Optional.empty(), false, reason);
  }

  static ArgumentException refused(ErrorCode code, String reason) {
    return new ArgumentException(Optional.of(code), true, reason);
  }

  static ArgumentException dismissed(ErrorCode code, String reason) {
    return new ArgumentException(Optional.of(code), false, reason);
  }

  Optional<ErrorCode> code() {
    return code;
  }

  boolean stays() {
    return stays;
  }
}
