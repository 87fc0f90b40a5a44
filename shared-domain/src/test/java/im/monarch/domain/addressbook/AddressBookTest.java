package im.monarch.domain.addressbook;

import static im.monarch.protocol.vocabulary.ContactList.AL;
import static im.monarch.protocol.vocabulary.ContactList.BL;
import static im.monarch.protocol.vocabulary.ContactList.FL;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.roster.EditRefusal;
import im.monarch.domain.roster.Fence;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.domain.roster.Rosters.Edited;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AddressBookTest {

  private static final Handle ALICE = new Handle("alice@example.com");
  private static final Handle BOB = new Handle("bob@example.com");
  private static final Handle CAROL = new Handle("carol@example.com");
  private static final FriendlyName NAME = new FriendlyName("Bobby");
  private static final GroupId WORK = new GroupId(1);

  private record Delivery(News news, List<Handle> receivers) {}

  private final List<Delivery> deliveries = new ArrayList<>();
  private final OneAddressBook rosters = new OneAddressBook(ALICE);
  private final AddressBook book =
      new AddressBook(
          rosters, (news, receivers) -> deliveries.add(new Delivery(news, List.copyOf(receivers))));

  @Test
  void whoeverIsPutOnFlHearsOfIt() {
    edit(add(FL, BOB));

    assertThat(deliveries).containsExactly(listed(BOB));
  }

  @Test
  void whoeverIsTakenOffFlHearsOfIt() {
    given(add(FL, BOB));

    edit(new RosterEdit.Remove(FL, BOB, Optional.empty()));

    assertThat(deliveries).containsExactly(unlisted(BOB));
  }

  @Test
  void whoeverLeavesFlWithTheirGroupHearsOfIt() {
    given(new RosterEdit.AddGroup(new GroupName("Work")));
    given(new RosterEdit.Add(FL, BOB, NAME, Optional.of(WORK)));
    given(add(FL, CAROL));

    edit(new RosterEdit.RemoveGroup(WORK));

    assertThat(deliveries).containsExactly(unlisted(BOB));
  }

  @Test
  void aGroupMoreOrLessIsNobodysBusiness() {
    given(new RosterEdit.AddGroup(new GroupName("Work")));
    given(add(FL, BOB));

    edit(new RosterEdit.Add(FL, BOB, NAME, Optional.of(WORK)));
    edit(new RosterEdit.Remove(FL, BOB, Optional.of(WORK)));

    assertThat(deliveries).isEmpty();
  }

  @Test
  void thoseWhoMaySeeAPropertyHearOfIt() {
    rosters.addWatcher(BOB);

    edit(new RosterEdit.SetProperty(PropertyKey.PHH, Optional.of("123")));

    assertThat(deliveries).containsExactly(property(BOB, Optional.of("123")));
  }

  @Test
  void thoseWhoSawAPropertyHearThatItIsCleared() {
    rosters.addWatcher(BOB);
    given(new RosterEdit.SetProperty(PropertyKey.PHH, Optional.of("123")));

    edit(new RosterEdit.SetProperty(PropertyKey.PHH, Optional.of("")));

    assertThat(deliveries).containsExactly(property(BOB, Optional.empty()));
  }

  @Test
  void thoseWhoMayNotSeeAPropertyHearNothing() {
    rosters.addWatcher(BOB);
    given(add(BL, BOB));

    edit(new RosterEdit.SetProperty(PropertyKey.PHH, Optional.of("123")));

    assertThat(deliveries).isEmpty();
  }

  static Stream<RosterEdit> nobodysBusiness() {
    return Stream.of(
        add(AL, BOB),
        add(BL, BOB),
        new RosterEdit.AddGroup(new GroupName("Work")),
        new RosterEdit.RenameGroup(GroupId.OTHER_CONTACTS, new GroupName("Others")),
        new RosterEdit.Rename(CAROL, NAME),
        new RosterEdit.RenameSelf(NAME),
        new RosterEdit.SetPrivacy(PrivacyMode.BL));
  }

  @ParameterizedTest
  @MethodSource("nobodysBusiness")
  void nobodyElseHearsOf(RosterEdit edit) {
    given(add(FL, CAROL));

    edit(edit);

    assertThat(deliveries).isEmpty();
  }

  @Test
  void nobodyHearsOfARefusedEdit() {
    given(add(FL, BOB));

    var edited = book.editFromOutside(ALICE, add(FL, BOB)).result();

    assertThat(edited).isEqualTo(new Edited.Refused(EditRefusal.ALREADY_THERE));
    assertThat(deliveries).isEmpty();
  }

  @Test
  void theOwnerHearsOfAnEditFromOutsideAsWell() {
    var arrange = new RosterEdit.Arrange(BOB, Set.of(FL, AL), List.of(), Optional.of(NAME));

    var edited = (Edited.Stored) book.editFromOutside(ALICE, arrange).result();

    assertThat(deliveries)
        .containsExactly(
            listed(BOB), new Delivery(new News.Rearranged(edited.after()), List.of(ALICE)));
  }

  @Test
  void nobodyHearsOfWhatCouldNotBeStored() {
    rosters.breakDown();

    var edited = book.editFromOutside(ALICE, add(FL, BOB));

    assertThat(edited.failed()).isTrue();
    assertThat(deliveries).isEmpty();
  }

  @Test
  void anEditThatMayHaveHappenedIsToldToBothWhenItIsCertain() {
    rosters.fallSilent();

    var edited = book.edit(ALICE, add(FL, BOB), Fence.NONE);

    assertThat(edited.failed()).isTrue();
    assertThat(deliveries).containsExactly(settled(ALICE), settled(BOB));
    assertThat(rosters.load(ALICE).result().map(roster -> roster.watches(BOB))).contains(true);
  }

  @Test
  void anAddressBookIsLoadedAsItIsStored() {
    assertThat(book.load(ALICE).result().map(Roster::owner)).contains(ALICE);
    assertThat(book.load(BOB).result()).isEmpty();
  }

  private void given(RosterEdit edit) {
    edit(edit);
    deliveries.clear();
  }

  private void edit(RosterEdit edit) {
    assertThat(book.edit(ALICE, edit, Fence.NONE).result()).isInstanceOf(Edited.Stored.class);
  }

  private static RosterEdit add(ContactList list, Handle contact) {
    return new RosterEdit.Add(list, contact, NAME, Optional.empty());
  }

  private static Delivery listed(Handle receiver) {
    var news = new News.Listed(ALICE, FriendlyName.of(ALICE), OneAddressBook.VERSION_OF_OTHERS);
    return new Delivery(news, List.of(receiver));
  }

  private Delivery settled(Handle receiver) {
    var roster = rosters.settled(receiver).result().orElseThrow();
    return new Delivery(new News.Rearranged(roster), List.of(receiver));
  }

  private static Delivery unlisted(Handle receiver) {
    return new Delivery(
        new News.Unlisted(ALICE, OneAddressBook.VERSION_OF_OTHERS), List.of(receiver));
  }

  private static Delivery property(Handle receiver, Optional<String> value) {
    var version = OneAddressBook.VERSION_OF_OTHERS;
    return new Delivery(
        new News.PropertyChanged(ALICE, PropertyKey.PHH, value, version), List.of(receiver));
  }
}
