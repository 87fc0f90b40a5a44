package im.monarch.runtime.store;

import static im.monarch.protocol.vocabulary.ContactList.AL;
import static im.monarch.protocol.vocabulary.ContactList.BL;
import static im.monarch.protocol.vocabulary.ContactList.FL;

import im.monarch.domain.roster.RosterEdit;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Anything that somebody may do to their address book. */
final class RandomEdit {

  private static final FriendlyName NICK = new FriendlyName("Nick");

  private RandomEdit() {}

  static RosterEdit about(Handle other, Random random) {
    var group = new GroupId(random.nextInt(4));
    return switch (random.nextInt(14)) {
      case 0, 1 -> new RosterEdit.Add(FL, other, NICK, Optional.empty());
      case 2 -> new RosterEdit.Add(FL, other, NICK, Optional.of(group));
      case 3 -> new RosterEdit.Add(random.nextBoolean() ? AL : BL, other, NICK, Optional.empty());
      case 4, 5 -> new RosterEdit.Remove(FL, other, Optional.empty());
      case 6 -> new RosterEdit.Remove(random.nextBoolean() ? AL : BL, other, Optional.empty());
      case 7 -> new RosterEdit.AddGroup(new GroupName("Group" + random.nextInt(4)));
      case 8 -> new RosterEdit.RemoveGroup(group);
      case 9 -> new RosterEdit.Remove(FL, other, Optional.of(group));
      case 10 -> new RosterEdit.SetPrivacy(random.nextBoolean() ? PrivacyMode.AL : PrivacyMode.BL);
      case 11 -> new RosterEdit.Rename(other, new FriendlyName("Nick" + random.nextInt(3)));
      case 12 ->
          new RosterEdit.Arrange(
              other, Set.of(FL, AL), List.of(new GroupName("Group0")), Optional.empty());
      default ->
          new RosterEdit.SetProperty(PropertyKey.PHM, Optional.of("1".repeat(random.nextInt(3))));
    };
  }
}
