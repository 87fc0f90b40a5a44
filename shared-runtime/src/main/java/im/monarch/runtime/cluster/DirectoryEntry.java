package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.Escapes;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.MsnObject;
import im.monarch.protocol.vocabulary.PersonalMessage;
import im.monarch.protocol.vocabulary.PresenceStatus;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the directory keeps whereabouts: as one line of words, which costs a third of what an object
 * with named fields costs. {@code EPOCH SEQUENCE NODE [STATUS CAPABILITIES NAME [OBJECT] [TEXT]
 * [MEDIA]]}, the last three with a letter in front that says which is which.
 */
final class DirectoryEntry {

  private static final int APPEARANCE = 3;
  private static final int EXTRAS = 6;
  private static final char OBJECT = 'o';
  private static final char TEXT = 't';
  private static final char MEDIA = 'm';

  private DirectoryEntry() {}

  static String write(Whereabouts whereabouts) {
    var at = whereabouts.at();
    var line = new StringBuilder();
    line.append(at.epoch())
        .append(' ')
        .append(at.sequence())
        .append(' ')
        .append(whereabouts.node());
    whereabouts
        .appearance()
        .ifPresent(
            it -> {
              line.append(' ').append(it.status());
              line.append(' ').append(it.capabilities());
              line.append(' ').append(it.name());
              it.object().ifPresent(object -> append(line, OBJECT, object.escaped()));
              append(line, TEXT, Escapes.escape(it.message().text()));
              append(line, MEDIA, Escapes.escape(it.message().media()));
            });
    return line.toString();
  }

  private static void append(StringBuilder line, char kind, String word) {
    if (!word.isEmpty()) {
      line.append(' ').append(kind).append(word);
    }
  }

  static Whereabouts read(Handle handle, String line) {
    var words = line.split(" ");
    return new Whereabouts(handle, new NodeId(words[2]), moment(words), appearance(handle, words));
  }

  /** When {@code line} was announced. */
  static Moment moment(String line) {
    return moment(line.split(" ", APPEARANCE));
  }

  /** That part of {@code line} which {@link #moment} reads. */
  static String when(String line) {
    return line.substring(0, line.indexOf(' ', line.indexOf(' ') + 1));
  }

  /** The node that announced {@code line}. */
  static String node(String line) {
    int begin = line.indexOf(' ', line.indexOf(' ') + 1) + 1;
    int end = line.indexOf(' ', begin);
    return end < 0 ? line.substring(begin) : line.substring(begin, end);
  }

  private static Moment moment(String[] words) {
    return new Moment(Long.parseLong(words[0]), Long.parseLong(words[1]));
  }

  private static Optional<Appearance> appearance(Handle handle, String[] words) {
    if (words.length == APPEARANCE) {
      return Optional.empty();
    }
    return Optional.of(
        new Appearance(
            PresenceStatus.valueOf(words[APPEARANCE]),
            handle,
            new FriendlyName(words[APPEARANCE + 2]),
            Capabilities.parse(words[APPEARANCE + 1]),
            extra(words, OBJECT).map(MsnObject::new),
            new PersonalMessage(text(words, TEXT), text(words, MEDIA))));
  }

  private static String text(String[] words, char kind) {
    return extra(words, kind).map(Escapes::unescape).orElse("");
  }

  private static Optional<String> extra(String[] words, char kind) {
    return Arrays.stream(words)
        .skip(EXTRAS)
        .filter(word -> word.charAt(0) == kind)
        .map(word -> word.substring(1))
        .findFirst();
  }
}
