package im.monarch.notification.conversation;

import im.monarch.protocol.vocabulary.ListVersion;
import java.util.Optional;

/**
 * What the client of a session has done so far.
 *
 * @param since version of the lists when the session began: news of changes up to it are old
 * @param synchronised whether SYN was answered; before it the client has no lists to change
 * @param invitable whether the user may be rung; IMS switches it
 * @param challenge what the client still has to answer with QRY
 * @param listsInDoubt whether the lists are to be loaded anew, and could not be so far
 */
record Progress(
    ListVersion since,
    boolean synchronised,
    boolean invitable,
    Optional<String> challenge,
    boolean listsInDoubt) {

  static Progress since(ListVersion version) {
    return new Progress(version, false, true, Optional.empty(), false);
  }

  Progress nowSynchronised() {
    return new Progress(since, true, invitable, challenge, listsInDoubt);
  }

  Progress invitable(boolean on) {
    return new Progress(since, synchronised, on, challenge, listsInDoubt);
  }

  Progress challengedWith(String text) {
    return new Progress(since, synchronised, invitable, Optional.of(text), listsInDoubt);
  }

  Progress unchallenged() {
    return new Progress(since, synchronised, invitable, Optional.empty(), listsInDoubt);
  }

  Progress listsInDoubt(boolean are) {
    return new Progress(since, synchronised, invitable, challenge, are);
  }
}
