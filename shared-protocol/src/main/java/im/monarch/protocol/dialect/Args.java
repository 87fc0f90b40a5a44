package im.monarch.protocol.dialect;

import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.TrId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The words of one frame, read one after the other as types. A word that is missing, too many or
 * unreadable hangs up unless the grammar names a number for it (protocol notes, 4.1).
 */
final class Args {

  private final Frame frame;
  private int position;

  Args(Frame frame) {
    this.frame = frame;
  }

  TrId trId() throws ArgumentException {
    return next("transaction id", TrId::parse);
  }

  /** The next word as whatever {@code reader} makes of it. */
  <T> T next(String name, Function<String, T> reader) throws ArgumentException {
    var word = word(name);
    try {
      return reader.apply(word);
    } catch (IllegalArgumentException e) {
      throw ArgumentException.foreign(describe(name) + ": " + e.getMessage());
    }
  }

  /** As {@link #next}, but a word the reader refuses is answered with {@code code}. */
  <T> T next(String name, Function<String, T> reader, ErrorCode code) throws ArgumentException {
    var word = word(name);
    try {
      return reader.apply(word);
    } catch (IllegalArgumentException e) {
      throw ArgumentException.refused(code, describe(name) + ": " + e.getMessage());
    }
  }

  <T> Optional<T> optional(String name, Function<String, T> reader) throws ArgumentException {
    return left() == 0 ? Optional.empty() : Optional.of(next(name, reader));
  }

  /** The next word as it stands. */
  String word(String name) throws ArgumentException {
    if (left() == 0) {
      throw ArgumentException.foreign("no " + describe(name));
    }
    return frame.words().get(position++);
  }

  /** The next word, which has to be {@code expected}. */
  void literal(String expected) throws ArgumentException {
    if (!word(expected).equals(expected)) {
      throw ArgumentException.foreign(describe(expected) + ": another word");
    }
  }

  /** Whether there is a next word, and it begins with {@code beginning}. */
  boolean isNext(String beginning) {
    return left() > 0 && frame.words().get(position).startsWith(beginning);
  }

  /** How many words are left. */
  int left() {
    return frame.words().size() - position;
  }

  /** All words that are left. */
  List<String> rest() {
    var rest = frame.words().subList(position, frame.words().size());
    position = frame.words().size();
    return rest;
  }

  Payload payload() {
    return frame.payload();
  }

  /** {@code request}, provided that no word is left over. */
  <R> R end(R request) throws ArgumentException {
    if (left() > 0) {
      throw ArgumentException.foreign(frame.verb() + " with " + left() + " words too many");
    }
    return request;
  }

  private String describe(String name) {
    return frame.verb() + ' ' + name;
  }
}
