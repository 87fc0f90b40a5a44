package im.monarch.runtime.cluster;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.presence.Moment;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.MsnObject;
import im.monarch.protocol.vocabulary.PresenceStatus;
import java.util.Optional;

/**
 * How the directory keeps whereabouts: as one line of words, which costs a third of what an object
 * with named fields costs. {@code EPOCH SEQUENCE NODE [STATUS CAPABILITIES NAME [OBJECT]]}
 */
final class DirectoryEntry {

  private static final int APPEARANCE = 3;
  private static final int OBJECT = 6;

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
              it.object().ifPresent(object -> line.append(' ').append(object));
            });
    return line.toString();
  }

  static Whereabouts read(Handle handle, String line) {
    var words = line.split(" ");
    return new Whereabouts(handle, new NodeId(words[2]), moment(words), appearance(handle, words));
  }

  /** When {@code line} was announced. */
  static Moment moment(String line) {
    return moment(line.split(" ", APPEARANCE));
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
    var object =
        words.length > OBJECT
            ? Optional.of(new MsnObject(words[OBJECT]))
            : Optional.<MsnObject>empty();
    return Optional.of(
        new Appearance(
            PresenceStatus.valueOf(words[APPEARANCE]),
            handle,
            new FriendlyName(words[APPEARANCE + 2]),
            Capabilities.parse(words[APPEARANCE + 1]),
            object));
  }
}
