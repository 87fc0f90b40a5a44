package im.monarch.domain.addressbook;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.roster.Fence;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.domain.roster.Rosters;
import im.monarch.domain.roster.Rosters.Edited;
import im.monarch.domain.sessions.Courier;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Makes a change durable first, then lets the people concerned know. */
public final class AddressBook {

  private final Rosters rosters;
  private final Courier courier;

  public AddressBook(Rosters rosters, Courier courier) {
    this.rosters = rosters;
    this.courier = courier;
  }

  public Future<Optional<Roster>> load(Handle owner) {
    return rosters.load(owner);
  }

  /**
   * An edit by the owner's own session, which sees to its side of it.
   *
   * @param fence of the session
   */
  public Future<Edited> edit(Handle owner, RosterEdit edit, Fence fence) {
    return rosters
        .edit(owner, edit, fence)
        .onSuccess(edited -> tellOthers(edit, edited))
        .onFailure(
            fault -> {
              if (fault instanceof StoreUnavailableException store && store.undecided()) {
                settle(owner);
                edit.subject().ifPresent(this::settle);
              }
            });
  }

  /**
   * An edit was refused that may have been carried out: the session of whoever it is about hears
   * how their lists are as soon as that is certain, as if somebody else had changed them.
   */
  private void settle(Handle somebody) {
    rosters
        .settled(somebody)
        .onComplete(
            book ->
                book.ifPresent(
                    roster -> courier.deliver(new News.Rearranged(roster), List.of(somebody))),
            closed -> {}); // the sessions of this process are over
  }

  /** An edit by somebody else: the owner's session hears of it too. */
  public Future<Edited> editFromOutside(Handle owner, RosterEdit edit) {
    return edit(owner, edit, Fence.NONE)
        .onSuccess(
            edited -> {
              if (edited instanceof Edited.Stored stored) {
                courier.deliver(new News.Rearranged(stored.after()), List.of(owner));
              }
            });
  }

  private void tellOthers(RosterEdit edit, Edited edited) {
    if (edited instanceof Edited.Stored stored) {
      stored
          .touched()
          .forEach(
              (other, version) ->
                  news(stored, edit, other, version)
                      .ifPresent(news -> courier.deliver(news, List.of(other))));
    }
  }

  private static Optional<News> news(
      Edited.Stored stored, RosterEdit edit, Handle other, ListVersion version) {
    var owner = stored.after().owner();
    boolean was = stored.before().watches(other);
    boolean is = stored.after().watches(other);
    if (is && !was) {
      return Optional.of(new News.Listed(owner, stored.after().name(), version));
    }
    if (was && !is) {
      return Optional.of(new News.Unlisted(owner, version));
    }
    return edit instanceof RosterEdit.SetProperty(var key, var value)
        ? Optional.of(new News.PropertyChanged(owner, key, notEmpty(value), version))
        : Optional.empty();
  }

  /** An empty value clears, and an empty word would break the line that tells of it. */
  private static Optional<String> notEmpty(Optional<String> value) {
    return value.filter(text -> !text.isEmpty());
  }
}
