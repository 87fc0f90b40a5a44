package im.monarch.protocol.frame;

import java.util.List;

/**
 * One command as it was cut from the stream.
 *
 * @param verb the first word, {@code CHG}
 * @param words the words behind it; a payload's length is the last of them
 * @param payload what followed the line; {@link Payload#NONE} for most commands
 */
public record Frame(String verb, List<String> words, Payload payload) {

  public Frame {
    words = List.copyOf(words);
  }
}
