package im.monarch.runtime.cluster.news;

import im.monarch.domain.presence.Moment;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.MsnObject;
import im.monarch.protocol.vocabulary.PersonalMessage;
import im.monarch.protocol.vocabulary.PresenceStatus;
import im.monarch.protocol.vocabulary.PropertyKey;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How news travels between nodes: a number that says what it is, then its parts in the order of the
 * record. Numbers are not given twice, as nodes of two releases can meet.
 */
final class NewsCodec {

  private static final int APPEARED = 1;
  private static final int VANISHED = 2;
  private static final int DEPARTED = 3;
  private static final int TAKEN_OVER = 4;
  private static final int LISTED = 5;
  private static final int UNLISTED = 6;
  private static final int PROPERTY_CHANGED = 7;
  private static final int REARRANGED = 8;
  private static final int SHUT_DOWN_SOON = 9;
  private static final int ACCOUNT_CLOSED = 10;
  private static final int MESSAGE_CHANGED = 11;

  private NewsCodec() {}

  /**
   * The bytes of {@code news}.
   *
   * @throws IllegalArgumentException if it is for sessions of the same process only
   */
  static Buffer write(News news) {
    var to = new Writer();
    return switch (news) {
      case News.Appeared(var contact, var at) ->
          appearance(to.octet(APPEARED), contact).moment(at).buffer();
      case News.MessageChanged(var contact, var at) ->
          appearance(to.octet(MESSAGE_CHANGED), contact).moment(at).buffer();
      case News.Vanished(var contact, var at) ->
          to.octet(VANISHED).handle(contact).moment(at).buffer();
      case News.Departed(var last) -> departed(to.octet(DEPARTED), last).buffer();
      case News.TakenOver(var epoch) -> to.octet(TAKEN_OVER).number(epoch).buffer();
      case News.Listed(var by, var name, var version) ->
          to.octet(LISTED).handle(by).word(name).number(version.number()).buffer();
      case News.Unlisted(var by, var version) ->
          to.octet(UNLISTED).handle(by).number(version.number()).buffer();
      case News.PropertyChanged(var by, var key, var value, var version) ->
          to.octet(PROPERTY_CHANGED)
              .handle(by)
              .word(key)
              .optional(value)
              .number(version.number())
              .buffer();
      case News.Rearranged(var after) -> RosterCodec.write(to.octet(REARRANGED), after).buffer();
      case News.ShutDownSoon(var minutes) -> to.octet(SHUT_DOWN_SOON).number(minutes).buffer();
      case News.AccountClosed closed -> to.octet(ACCOUNT_CLOSED).buffer();
      case News.Invited local -> throw stays(local);
      case News.RollCall local -> throw stays(local);
      case News.Found local -> throw stays(local);
      case News.ListsInDoubt local -> throw stays(local);
      case News.MoveOn local -> throw stays(local);
      case News.LeaseLost local -> throw stays(local);
      case News.ClaimInDoubt local -> throw stays(local);
    };
  }

  private static IllegalArgumentException stays(News news) {
    return new IllegalArgumentException(news.getClass().getSimpleName() + " stays in its process");
  }

  private static Writer appearance(Writer to, Appearance appearance) {
    return to.word(appearance.status())
        .handle(appearance.handle())
        .word(appearance.name())
        .number(appearance.capabilities().bits())
        .optional(appearance.object())
        .text(appearance.message().text())
        .text(appearance.message().media());
  }

  private static Writer departed(Writer to, Map<Handle, Moment> last) {
    return to.all(
        last.entrySet(),
        one -> {
          to.handle(one.getKey());
          to.moment(one.getValue());
        });
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is nothing this release knows
   */
  static News read(Buffer bytes) {
    var from = new Reader(bytes);
    int kind = from.octet();
    return switch (kind) {
      case APPEARED -> new News.Appeared(appearance(from), from.moment());
      case MESSAGE_CHANGED -> new News.MessageChanged(appearance(from), from.moment());
      case VANISHED -> new News.Vanished(from.handle(), from.moment());
      case DEPARTED -> departed(from);
      case TAKEN_OVER -> new News.TakenOver(from.number());
      case LISTED -> new News.Listed(from.handle(), new FriendlyName(from.text()), version(from));
      case UNLISTED -> new News.Unlisted(from.handle(), version(from));
      case PROPERTY_CHANGED ->
          new News.PropertyChanged(
              from.handle(),
              PropertyKey.valueOf(from.text()),
              from.optional(text -> text),
              version(from));
      case REARRANGED -> new News.Rearranged(RosterCodec.read(from));
      case SHUT_DOWN_SOON -> new News.ShutDownSoon(from.count());
      case ACCOUNT_CLOSED -> new News.AccountClosed();
      default -> throw new IllegalArgumentException("news of kind " + kind);
    };
  }

  private static Appearance appearance(Reader from) {
    return new Appearance(
        PresenceStatus.valueOf(from.text()),
        from.handle(),
        new FriendlyName(from.text()),
        new Capabilities(from.number()),
        from.optional(MsnObject::new),
        new PersonalMessage(from.text(), from.text()));
  }

  private static News departed(Reader from) {
    return new News.Departed(
        from.all(() -> Map.entry(from.handle(), from.moment())).stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static ListVersion version(Reader from) {
    return new ListVersion(from.number());
  }
}
