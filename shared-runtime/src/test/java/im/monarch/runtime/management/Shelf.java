package im.monarch.runtime.management;

import im.monarch.domain.accounts.Account;
import im.monarch.domain.accounts.Accounts;
import im.monarch.domain.accounts.MemberId;
import im.monarch.domain.accounts.PasswordHash;
import im.monarch.domain.accounts.Passwords;
import im.monarch.domain.roster.Contact;
import im.monarch.domain.roster.EditRefusal;
import im.monarch.domain.roster.Fence;
import im.monarch.domain.roster.Group;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.domain.roster.RosterEdit.Arrange;
import im.monarch.domain.roster.Rosters;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A store of hash maps, as far as the admin API needs one; can be switched off. */
public final class Shelf implements Accounts, Rosters, Passwords {

  private static final Group PERMANENT =
      new Group(GroupId.OTHER_CONTACTS, GroupName.ofPlain("Other Contacts"), new UUID(0, 1));
  private static final Group FRIENDS =
      new Group(new GroupId(1), GroupName.ofPlain("Old Friends"), new UUID(0, 2));

  private final Map<Handle, Account> accounts = new ConcurrentHashMap<>();
  private final Map<Handle, Roster> rosters = new ConcurrentHashMap<>();
  private final Map<Handle, PasswordHash> passwords = new ConcurrentHashMap<>();
  private volatile boolean away;

  void goAway() {
    away = true;
  }

  private <T> Future<T> answer(T value) {
    return away ? Future.failedFuture("away") : Future.succeededFuture(value);
  }

  @Override
  public Future<Registration> register(Handle handle, FriendlyName name, PasswordHash password) {
    var account = new Account(accounts.size() + 1, handle, new MemberId(1L << 32 | 7), name);
    if (accounts.putIfAbsent(handle, account) != null) {
      return answer(new Registration.AlreadyThere());
    }
    rosters.put(handle, empty(handle, name));
    passwords.put(handle, password);
    return answer(new Registration.Registered(account));
  }

  private static Roster empty(Handle owner, FriendlyName name) {
    return new Roster(
        owner,
        name,
        ListVersion.FIRST,
        PrivacyMode.AL,
        PromptMode.A,
        Map.of(),
        List.of(PERMANENT, FRIENDS),
        new TreeMap<>());
  }

  @Override
  public Future<Optional<Account>> find(Handle handle) {
    return answer(Optional.ofNullable(accounts.get(handle)));
  }

  @Override
  public Future<Optional<PasswordHash>> passwordOf(Handle handle) {
    return answer(Optional.ofNullable(passwords.get(handle)));
  }

  @Override
  public Future<Boolean> remove(Handle handle) {
    rosters.remove(handle);
    return answer(accounts.remove(handle) != null);
  }

  @Override
  public Future<Optional<Roster>> load(Handle owner) {
    return answer(Optional.ofNullable(rosters.get(owner)));
  }

  @Override
  public Future<Optional<Roster>> settled(Handle owner) {
    return load(owner);
  }

  @Override
  public Future<Set<Handle>> admitting(Handle viewer, Collection<Handle> others) {
    return answer(Set.of());
  }

  @Override
  public Future<Edited> edit(Handle owner, RosterEdit edit, Fence fence) {
    var before = rosters.get(owner);
    var arrange = (Arrange) edit;
    if (before == null || !accounts.containsKey(arrange.contact())) {
      return answer(new Edited.Refused(EditRefusal.NO_SUCH_ACCOUNT));
    }
    if (arrange.lists().containsAll(EnumSet.of(ContactList.AL, ContactList.BL))) {
      return answer(new Edited.Refused(EditRefusal.ON_OPPOSITE_LIST));
    }
    var after = arranged(before, arrange);
    rosters.put(owner, after);
    return answer(new Edited.Stored(before, after, Map.of()));
  }

  private Roster arranged(Roster before, Arrange edit) {
    var contacts = new TreeMap<>(before.contacts());
    contacts.remove(edit.contact());
    if (!edit.lists().isEmpty()) {
      contacts.put(edit.contact(), contact(edit, accounts.get(edit.contact()).name()));
    }
    return new Roster(
        before.owner(),
        before.name(),
        before.version().next(),
        before.privacy(),
        before.prompt(),
        before.properties(),
        before.groups(),
        contacts);
  }

  private static Contact contact(Arrange edit, FriendlyName name) {
    var groups = edit.lists().contains(ContactList.FL) ? Set.of(FRIENDS.id()) : Set.<GroupId>of();
    return new Contact(
        edit.contact(),
        name,
        edit.nickname().orElse(name),
        new UUID(1, 1),
        edit.lists(),
        new TreeSet<>(groups),
        Map.of());
  }

  @Override
  public Future<PasswordHash> hash(String password) {
    return answer(hashed(password));
  }

  @Override
  public Future<Verdict> verify(String password, Optional<PasswordHash> kept) {
    return answer(
        kept.equals(Optional.of(hashed(password))) ? new Verdict.Right() : new Verdict.Wrong());
  }

  private static PasswordHash hashed(String password) {
    return new PasswordHash("hash of " + password);
  }
}
