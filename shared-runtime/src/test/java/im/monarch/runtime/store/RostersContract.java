package im.monarch.runtime.store;

import static im.monarch.protocol.vocabulary.ContactList.AL;
import static im.monarch.protocol.vocabulary.ContactList.BL;
import static im.monarch.protocol.vocabulary.ContactList.FL;
import static im.monarch.protocol.vocabulary.ContactList.RL;
import static im.monarch.protocol.vocabulary.PropertyKey.PHH;
import static im.monarch.protocol.vocabulary.PropertyKey.PHM;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.roster.Contact;
import im.monarch.domain.roster.EditRefusal;
import im.monarch.domain.roster.Group;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.domain.roster.Rosters.Edited;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of address books does. */
abstract class RostersContract extends StoreContract {

  private Handle alice;
  private Handle bob;

  @BeforeEach
  void twoAccounts() {
    alice = register("alice");
    bob = register("bob");
  }

  @Test
  void nobodyHasNoAddressBook() {
    assertThat(store().rosters().load(handle("nobody")).await()).isEmpty();
  }

  @Test
  void whatAnEditLeavesIsWhatIsLoaded() {
    edit(bob, property(PHM, "555"));
    var edits =
        List.of(
            new RosterEdit.AddGroup(new GroupName("Friends")),
            new RosterEdit.AddGroup(new GroupName("Work")),
            add(FL, bob, 1),
            add(FL, bob, 2),
            add(AL, bob),
            new RosterEdit.Rename(bob, new FriendlyName("Bobby%20B")),
            new RosterEdit.RenameGroup(new GroupId(2), new GroupName("Office")),
            new RosterEdit.RenameSelf(new FriendlyName("Alice%20A")),
            property(PHH, "123%20(4567)"),
            property(PHH, "7"),
            new RosterEdit.SetPrompt(PromptMode.N),
            new RosterEdit.SetPrivacy(PrivacyMode.BL),
            new RosterEdit.Remove(FL, bob, Optional.of(new GroupId(1))),
            new RosterEdit.RemoveGroup(new GroupId(1)),
            property(PHH, ""),
            new RosterEdit.RemoveGroup(new GroupId(2)),
            arrange(Set.of(FL, BL), "Office", "Family"),
            arrange(Set.of()));

    for (var edit : edits) {
      var before = roster(alice);
      var stored = edit(alice, edit);

      assertThat(stored.before()).as("before %s", edit).isEqualTo(before);
      assertThat(stored.after()).as("after %s", edit).isEqualTo(roster(alice));
      assertThat(stored.after().version()).isEqualTo(before.version().next());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverIsDoneIsWhatIsLoaded(long seed) {
    var random = new Random(seed);
    var people = List.of(alice, bob, register("carol"));

    for (int step = 0; step < 150; step++) {
      var owner = people.get(random.nextInt(people.size()));
      var edit = RandomEdit.about(people.get(random.nextInt(people.size())), random);
      var edited = store().rosters().edit(owner, edit).await();

      if (edited instanceof Edited.Stored stored) {
        assertThat(stored.after()).as("seed %s, %s", seed, edit).isEqualTo(roster(owner));
        stored
            .touched()
            .forEach((other, version) -> assertThat(roster(other).version()).isEqualTo(version));
      }
    }
  }

  @Test
  void aContactIsSeenFromBothSides() {
    edit(alice, add(FL, bob));

    assertThat(contact(alice, bob).lists()).containsExactly(FL);
    assertThat(contact(bob, alice).lists()).containsExactly(RL);
    assertThat(contact(bob, alice).nickname()).isEqualTo(new FriendlyName("Alice"));
  }

  @Test
  void theReverseListShowsTheNameOfToday() {
    edit(alice, add(FL, bob));

    edit(alice, new RosterEdit.RenameSelf(new FriendlyName("Allie")));

    assertThat(contact(bob, alice).nickname()).isEqualTo(new FriendlyName("Allie"));
  }

  @Test
  void aRemovedContactIsGoneFromBothSides() {
    edit(alice, add(FL, bob));

    edit(alice, remove(FL, bob));

    assertThat(roster(alice).contacts()).isEmpty();
    assertThat(roster(bob).contacts()).isEmpty();
  }

  @Test
  void allowingAndBlockingConcernsNobodyElse() {
    var allowed = edit(alice, add(AL, bob));

    assertThat(allowed.touched()).isEmpty();
    assertThat(roster(bob).contacts()).isEmpty();
    assertThat(version(bob)).isEqualTo(1);
  }

  @Test
  void theOtherSidesVersionGoesUpWithItsReverseList() {
    var added = edit(alice, add(FL, bob));
    var removed = edit(alice, remove(FL, bob));

    assertThat(added.touched()).isEqualTo(Map.of(bob, new ListVersion(2)));
    assertThat(removed.touched()).isEqualTo(Map.of(bob, new ListVersion(3)));
    assertThat(version(bob)).isEqualTo(3);
  }

  @Test
  void aGroupMoreIsNoNewsToTheOtherSide() {
    edit(alice, new RosterEdit.AddGroup(new GroupName("Friends")));
    edit(alice, add(FL, bob));

    var added = edit(alice, add(FL, bob, 1));

    assertThat(added.touched()).isEmpty();
    assertThat(contact(alice, bob).groups()).containsExactly(new GroupId(0), new GroupId(1));
  }

  @Test
  void aRemovedGroupTakesItsOnlyMembersWithIt() {
    var carol = register("carol");
    edit(alice, new RosterEdit.AddGroup(new GroupName("Friends")));
    edit(alice, add(FL, bob, 1));
    edit(alice, add(FL, carol, 1));
    edit(alice, add(FL, carol, 0));

    var removed = edit(alice, new RosterEdit.RemoveGroup(new GroupId(1)));

    assertThat(removed.touched()).isEqualTo(Map.of(bob, new ListVersion(3)));
    assertThat(roster(bob).contacts()).isEmpty();
    assertThat(contact(alice, carol).groups()).containsExactly(new GroupId(0));
    assertThat(roster(alice).contacts()).hasSize(1);
  }

  @Test
  void theRulesRefuseAndNothingChanges() {
    edit(alice, add(AL, bob));
    var before = roster(alice);

    var refused = store().rosters().edit(alice, add(BL, bob)).await();

    assertThat(refused).isEqualTo(new Edited.Refused(EditRefusal.ON_OPPOSITE_LIST));
    assertThat(roster(alice)).isEqualTo(before);
  }

  @Test
  void theSameCommandAgainChangesNothingTwice() {
    edit(alice, add(FL, bob));

    var again = store().rosters().edit(alice, add(FL, bob)).await();

    assertThat(again).isEqualTo(new Edited.Refused(EditRefusal.ALREADY_THERE));
    assertThat(version(alice)).isEqualTo(2);
    assertThat(version(bob)).isEqualTo(2);
  }

  @Test
  void somebodyWithoutAnAccountIsRefusedBeforeTheGroup() {
    var edit = add(FL, handle("nobody"), 9);

    assertThat(store().rosters().edit(alice, edit).await())
        .isEqualTo(new Edited.Refused(EditRefusal.NO_SUCH_ACCOUNT));
  }

  @Test
  void anOwnerWithoutAnAccountIsRefused() {
    for (var edit : List.of(add(FL, bob), new RosterEdit.RemoveGroup(new GroupId(1)))) {
      assertThat(store().rosters().edit(handle("nobody"), edit).await())
          .isEqualTo(new Edited.Refused(EditRefusal.NO_SUCH_ACCOUNT));
    }
  }

  @Test
  void guidsStayTheSame() {
    edit(alice, new RosterEdit.AddGroup(new GroupName("Friends")));
    var stored = edit(alice, add(FL, bob, 1));
    var contact = stored.after().contact(bob).orElseThrow().guid();
    var groups = stored.after().groups();

    edit(alice, new RosterEdit.Rename(bob, new FriendlyName("Robert")));
    edit(alice, new RosterEdit.RenameGroup(new GroupId(1), new GroupName("Mates")));

    assertThat(contact).isNotEqualTo(Contact.NO_GUID).isEqualTo(contact(alice, bob).guid());
    assertThat(roster(alice).groups())
        .extracting(Group::guid)
        .isEqualTo(groups.stream().map(Group::guid).toList());
  }

  @Test
  void aWatcherSeesTelephoneNumbers() {
    edit(bob, property(PHM, "555"));

    var stored = edit(alice, add(FL, bob));

    assertThat(stored.after().contact(bob).orElseThrow().properties())
        .isEqualTo(Map.of(PHM, "555"));
    assertThat(contact(alice, bob).properties()).isEqualTo(Map.of(PHM, "555"));
  }

  @Test
  void somebodyBlockedSeesNoTelephoneNumbers() {
    edit(bob, property(PHM, "555"));
    edit(bob, add(BL, alice));

    var stored = edit(alice, add(FL, bob));

    assertThat(stored.after().contact(bob).orElseThrow().properties()).isEmpty();
    assertThat(contact(alice, bob).properties()).isEmpty();
  }

  @Test
  void withPrivacyOnlyTheAllowedSeeTelephoneNumbers() {
    var carol = register("carol");
    edit(bob, property(PHM, "555"));
    edit(bob, new RosterEdit.SetPrivacy(PrivacyMode.BL));
    edit(bob, add(AL, carol));

    edit(alice, add(FL, bob));
    edit(carol, add(FL, bob));

    assertThat(contact(alice, bob).properties()).isEmpty();
    assertThat(contact(carol, bob).properties()).isEqualTo(Map.of(PHM, "555"));
  }

  @Test
  void aChangedNumberRaisesTheVersionsOfThoseWhoSeeIt() {
    var carol = register("carol");
    var dan = register("dan");
    edit(alice, add(FL, bob));
    edit(carol, add(FL, bob));
    edit(bob, add(FL, dan));
    edit(bob, add(BL, carol));

    var changed = edit(bob, property(PHH, "1"));

    assertThat(changed.touched()).isEqualTo(Map.of(alice, new ListVersion(3)));
    assertThat(version(alice)).isEqualTo(3);
    assertThat(version(carol)).isEqualTo(2);
  }

  @Test
  void theSameNumberAgainIsNoNewsToAnybody() {
    edit(alice, add(FL, bob));
    edit(bob, property(PHH, "1"));

    var again = edit(bob, property(PHH, "1"));

    assertThat(again.touched()).isEmpty();
  }

  @Test
  void ownersMayWatchThemselves() {
    var added = edit(alice, add(FL, alice));

    assertThat(added.touched()).isEmpty();
    assertThat(added.after()).isEqualTo(roster(alice));
    assertThat(contact(alice, alice).lists()).containsExactly(FL, RL);
  }

  @Test
  void thoseWhoAdmitAViewerAreFound() {
    var allowing = register("allowing");
    var blocking = register("blocking");
    var closed = register("closed");
    var picky = register("picky");
    edit(allowing, add(AL, alice));
    edit(blocking, add(BL, alice));
    edit(closed, new RosterEdit.SetPrivacy(PrivacyMode.BL));
    edit(picky, new RosterEdit.SetPrivacy(PrivacyMode.BL));
    edit(picky, add(AL, alice));
    edit(picky, add(FL, alice));
    var everybody = List.of(bob, allowing, blocking, closed, picky, handle("nobody"));

    var admitting = store().rosters().admitting(alice, everybody).await();

    assertThat(admitting).containsExactlyInAnyOrder(bob, allowing, picky);
  }

  @Test
  void whoAsksAboutNobodyIsToldNothing() {
    assertThat(store().rosters().admitting(alice, List.of()).await()).isEmpty();
  }

  @Test
  void theVersionAfterTheHighestIsOne() {
    highestVersion(alice);
    highestVersion(bob);

    var stored = edit(alice, add(FL, bob));

    assertThat(stored.after().version()).isEqualTo(ListVersion.FIRST);
    assertThat(stored.touched()).isEqualTo(Map.of(bob, ListVersion.FIRST));
    assertThat(version(bob)).isEqualTo(1);
  }

  @Test
  void namesAsLongAsTheWireAllowsAreKept() {
    var longest = new FriendlyName("%E2%82%AC".repeat(43));

    edit(alice, new RosterEdit.RenameSelf(longest));
    edit(alice, new RosterEdit.Add(FL, bob, longest, Optional.empty()));

    assertThat(roster(alice).name()).isEqualTo(longest);
    assertThat(contact(alice, bob).nickname()).isEqualTo(longest);
  }

  @Test
  void textIsKeptAsItCame() {
    var odd = new FriendlyName("'%27;--\u20ac\ud83d\ude00%00\\");

    edit(alice, new RosterEdit.RenameSelf(odd));

    assertThat(roster(alice).name()).isEqualTo(odd);
  }

  /** Brings a version to its end without two to the power of 32 edits. */
  private void highestVersion(Handle account) {
    var sql = "UPDATE account SET list_version = 4294967295 WHERE handle = '" + account + "'";
    store().database().write(connection -> connection.query(sql).execute()).await();
  }

  Edited.Stored edit(Handle owner, RosterEdit edit) {
    var edited = store().rosters().edit(owner, edit).await();
    assertThat(edited).as("%s", edit).isInstanceOf(Edited.Stored.class);
    return (Edited.Stored) edited;
  }

  private Contact contact(Handle owner, Handle contact) {
    return roster(owner).contact(contact).orElseThrow();
  }

  static RosterEdit add(ContactList list, Handle contact) {
    return new RosterEdit.Add(list, contact, new FriendlyName("Nick"), Optional.empty());
  }

  static RosterEdit add(ContactList list, Handle contact, int group) {
    return new RosterEdit.Add(
        list, contact, new FriendlyName("Nick"), Optional.of(new GroupId(group)));
  }

  static RosterEdit remove(ContactList list, Handle contact) {
    return new RosterEdit.Remove(list, contact, Optional.empty());
  }

  static RosterEdit property(PropertyKey key, String value) {
    return new RosterEdit.SetProperty(key, Optional.of(value));
  }

  private RosterEdit arrange(Set<ContactList> lists, String... groups) {
    return new RosterEdit.Arrange(
        bob, lists, Arrays.stream(groups).map(GroupName::new).toList(), Optional.empty());
  }
}
