package im.monarch.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.accounts.Accounts.Registration.AlreadyThere;
import im.monarch.domain.accounts.Accounts.Registration.Registered;
import im.monarch.domain.accounts.MemberId;
import im.monarch.domain.accounts.PasswordHash;
import im.monarch.domain.roster.Contact;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of accounts does. */
abstract class AccountsContract extends StoreContract {

  @Test
  void aRegisteredAccountIsFound() {
    var account = account("alice");

    var found = store().accounts().find(handle("alice")).await();

    assertThat(found).contains(account);
    assertThat(account.name()).isEqualTo(new FriendlyName("Alice"));
  }

  @Test
  void nobodyIsFoundWhoIsNotRegistered() {
    assertThat(store().accounts().find(handle("nobody")).await()).isEmpty();
    assertThat(store().accounts().passwordOf(handle("nobody")).await()).isEmpty();
  }

  @Test
  void thePasswordIsKeptAsItWasGiven() {
    var alice = register("alice");

    assertThat(store().accounts().passwordOf(alice).await()).contains(PASSWORD);
  }

  @Test
  void aHandleIsRegisteredOnce() {
    var first = account("alice");

    var second =
        store()
            .accounts()
            .register(first.handle(), new FriendlyName("Other"), new PasswordHash("other"))
            .await();

    assertThat(second).isInstanceOf(AlreadyThere.class);
    assertThat(store().accounts().find(first.handle()).await()).contains(first);
    assertThat(store().accounts().passwordOf(first.handle()).await()).contains(PASSWORD);
  }

  @Test
  void oneOfManyAtOnceRegistersAHandle() {
    var attempts =
        IntStream.range(0, 16)
            .mapToObj(i -> store().accounts().register(handle("alice"), ownName("alice"), PASSWORD))
            .toList();

    Future.join(attempts).await();

    assertThat(attempts).filteredOn(done -> done.result() instanceof Registered).hasSize(1);
  }

  @Test
  void numbersOfMembersDiffer() {
    var members =
        IntStream.range(0, 20).mapToObj(i -> account("member" + i).memberId()).distinct().toList();

    assertThat(members).hasSize(20).allMatch(member -> member.high() >> 16 == 3);
  }

  @Test
  void aMemberKeepsTheirNumber() {
    MemberId given = account("alice").memberId();

    assertThat(store().accounts().find(handle("alice")).await().orElseThrow().memberId())
        .isEqualTo(given);
  }

  @Test
  void aNewAccountHasAnEmptyAddressBookAndOneGroup() {
    var roster = roster(register("alice"));

    assertThat(roster.owner()).isEqualTo(handle("alice"));
    assertThat(roster.name()).isEqualTo(new FriendlyName("Alice"));
    assertThat(roster.version()).isEqualTo(ListVersion.FIRST);
    assertThat(roster.privacy()).isEqualTo(PrivacyMode.AL);
    assertThat(roster.prompt()).isEqualTo(PromptMode.A);
    assertThat(roster.properties()).isEmpty();
    assertThat(roster.contacts()).isEmpty();
    assertThat(roster.groups())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.id()).isEqualTo(GroupId.OTHER_CONTACTS);
              assertThat(group.name().plain()).isEqualTo("Other Contacts");
            });
  }

  @Test
  void aRemovedAccountIsGone() {
    var alice = register("alice");

    var removed = store().accounts().remove(alice).await();

    assertThat(removed).isTrue();
    assertThat(store().accounts().find(alice).await()).isEmpty();
    assertThat(store().rosters().load(alice).await()).isEmpty();
  }

  @Test
  void removingNobodySaysSo() {
    assertThat(store().accounts().remove(handle("nobody")).await()).isFalse();
  }

  @Test
  void aRemovedAccountLeavesTheAddressBooksOfOthers() {
    var alice = register("alice");
    var bob = register("bob");
    var carol = register("carol");
    add(bob, ContactList.FL, alice);
    add(carol, ContactList.BL, alice);

    store().accounts().remove(alice).await();

    assertThat(roster(bob).contacts()).isEmpty();
    assertThat(roster(carol).contacts()).isEmpty();
  }

  @Test
  void aRemovedAccountLeavesTheReverseListsOfOthers() {
    var alice = register("alice");
    var bob = register("bob");
    add(alice, ContactList.FL, bob);

    store().accounts().remove(alice).await();

    assertThat(roster(bob).contacts()).isEmpty();
  }

  @Test
  void removingAnAccountRaisesTheVersionsOfThoseWhoLoseAnything() {
    var alice = register("alice");
    var watching = register("watching");
    var blocking = register("blocking");
    var watched = register("watched");
    var allowed = register("allowed");
    var both = register("both");
    add(watching, ContactList.FL, alice);
    add(blocking, ContactList.BL, alice);
    add(alice, ContactList.FL, watched);
    add(alice, ContactList.AL, allowed);
    add(alice, ContactList.FL, both);
    add(both, ContactList.FL, alice);

    store().accounts().remove(alice).await();

    assertThat(version(watching)).isEqualTo(3);
    assertThat(version(blocking)).isEqualTo(3);
    assertThat(version(watched)).isEqualTo(3);
    assertThat(version(both)).isEqualTo(4);
    assertThat(version(allowed)).isEqualTo(1);
  }

  @Test
  void aHandleCanBeRegisteredAgainAndStartsAnew() {
    var alice = register("alice");
    var bob = register("bob");
    add(bob, ContactList.FL, alice);
    add(alice, ContactList.FL, bob);
    store().accounts().remove(alice).await();

    var again = register("alice");

    assertThat(roster(again).contacts()).isEmpty();
    assertThat(version(again)).isEqualTo(1);
    assertThat(roster(bob).contacts().values()).extracting(Contact::handle).isEmpty();
  }

  private void add(Handle owner, ContactList list, Handle contact) {
    var edit = new RosterEdit.Add(list, contact, new FriendlyName("Nick"), Optional.empty());
    store().rosters().edit(owner, edit).await();
  }
}
