package im.monarch.domain.roster;

import static im.monarch.protocol.vocabulary.ContactList.FL;
import static java.util.stream.Collectors.joining;

import im.monarch.domain.roster.RosterRules.Outcome;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Address books and edits as short lines, so that tests can be tables.
 *
 * <pre>
 *  bob:Bobby FL RL 0,1; carol:Carol AL      contacts with nickname, lists and groups; - for none
 *  ADD FL bob Bobby 1                       edits as the wire has them; short ones for the rest:
 *  BLP BL   GTC N   REA Alice   REA bob Bobby   PRP PHH 555   JOIN bob 1   JUDGE AL bob
 *  ARRANGE bob FL,AL Friends Bobby
 * </pre>
 *
 * Groups are 0 Other%20Contacts, 1 Friends and 3 Work. Somebody called {@code bob} calls himself
 * {@code Bob}; {@code nobody} has no account.
 */
final class Notation {

  static final Handle OWNER = handle("owner");
  static final RosterLimits LIMITS = new RosterLimits(3, 4, 10);
  static final UUID KEPT = new UUID(7, 7);

  private Notation() {}

  static Handle handle(String name) {
    return new Handle(name + "@example.com");
  }

  static FriendlyName ownName(String name) {
    return new FriendlyName(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
  }

  static Optional<Principal> principal(String name) {
    return name.equals("nobody")
        ? Optional.empty()
        : Optional.of(new Principal(ownName(name), Map.of(PropertyKey.PHM, "1-" + name)));
  }

  static Roster roster(String contacts) {
    var all = new TreeMap<Handle, Contact>();
    if (!contacts.equals("-")) {
      for (var contact : contacts.split("; ", -1)) {
        all.put(contact(contact).handle(), contact(contact));
      }
    }
    return new Roster(
        OWNER,
        new FriendlyName("Owner"),
        new ListVersion(7),
        PrivacyMode.AL,
        PromptMode.A,
        Map.of(),
        List.of(group(0, "Other%20Contacts"), group(1, "Friends"), group(3, "Work")),
        all);
  }

  private static Group group(int number, String name) {
    return new Group(new GroupId(number), new GroupName(name), new UUID(1, number));
  }

  private static Contact contact(String text) {
    var words = text.split(" ", -1);
    var who = words[0].split(":", -1);
    var lists = EnumSet.noneOf(ContactList.class);
    var groups = new TreeSet<GroupId>();
    for (var word : Arrays.asList(words).subList(1, words.length)) {
      if (Character.isDigit(word.charAt(0))) {
        Arrays.stream(word.split(",", -1)).map(GroupId::parse).forEach(groups::add);
      } else {
        lists.add(ContactList.valueOf(word));
      }
    }
    return new Contact(
        handle(who[0]),
        ownName(who[0]),
        new FriendlyName(who[1]),
        KEPT,
        lists,
        groups,
        principal(who[0]).orElseThrow().properties());
  }

  static String text(Map<Handle, Contact> contacts) {
    return contacts.isEmpty()
        ? "-"
        : contacts.values().stream().map(Notation::text).collect(joining("; "));
  }

  private static String text(Contact contact) {
    var words = new ArrayList<String>();
    words.add(contact.handle().address().replaceFirst("@.*", "") + ":" + contact.nickname());
    contact.lists().forEach(list -> words.add(list.name()));
    if (contact.isOn(FL)) {
      words.add(contact.groups().stream().map(GroupId::toString).collect(joining(",")));
    }
    return String.join(" ", words);
  }

  static String groups(Roster roster) {
    return roster.groups().stream()
        .map(group -> group.id() + " " + group.name())
        .collect(joining("; "));
  }

  /** The refusal, or the contacts afterwards. */
  static String contactsAfter(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var reason) -> reason.name();
      case Outcome.Changed(var after) -> text(after.contacts());
    };
  }

  /** The refusal, or the groups afterwards. */
  static String groupsAfter(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var reason) -> reason.name();
      case Outcome.Changed(var after) -> groups(after);
    };
  }

  static Outcome apply(Roster before, String line) {
    var words = line.split(" ", -1);
    var subject =
        switch (words[0]) {
          case "ADD" -> principal(words[2]);
          case "ARRANGE" -> principal(words[1]);
          case "JUDGE" -> principal(words[2]);
          default -> Optional.<Principal>empty();
        };
    return RosterRules.apply(before, edit(words), LIMITS, subject);
  }

  static Roster after(Roster before, String line) {
    return switch (apply(before, line)) {
      case Outcome.Changed(var after) -> after;
      case Outcome.Refused(var reason) -> throw new AssertionError(line + ": " + reason);
    };
  }

  private static RosterEdit edit(String... words) {
    return switch (words[0]) {
      case "ADD" ->
          new RosterEdit.Add(
              ContactList.valueOf(words[1]),
              handle(words[2]),
              new FriendlyName(words[3]),
              word(4, words).map(GroupId::parse));
      case "REM" ->
          new RosterEdit.Remove(
              ContactList.valueOf(words[1]), handle(words[2]), word(3, words).map(GroupId::parse));
      case "JUDGE" -> new RosterEdit.Judge(ContactList.valueOf(words[1]), handle(words[2]));
      case "JOIN" -> new RosterEdit.Join(handle(words[1]), GroupId.parse(words[2]));
      case "ADG" -> new RosterEdit.AddGroup(new GroupName(words[1]));
      case "RMG" -> new RosterEdit.RemoveGroup(GroupId.parse(words[1]));
      case "REG" -> new RosterEdit.RenameGroup(GroupId.parse(words[1]), new GroupName(words[2]));
      case "REA" ->
          words.length == 2
              ? new RosterEdit.RenameSelf(new FriendlyName(words[1]))
              : new RosterEdit.Rename(handle(words[1]), new FriendlyName(words[2]));
      case "PRP" -> new RosterEdit.SetProperty(PropertyKey.valueOf(words[1]), word(2, words));
      case "GTC" -> new RosterEdit.SetPrompt(PromptMode.valueOf(words[1]));
      case "BLP" -> new RosterEdit.SetPrivacy(PrivacyMode.valueOf(words[1]));
      case "ARRANGE" -> arrange(words);
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  private static RosterEdit arrange(String... words) {
    var lists = EnumSet.noneOf(ContactList.class);
    list(words[2]).map(ContactList::valueOf).forEach(lists::add);
    return new RosterEdit.Arrange(
        handle(words[1]),
        lists,
        list(words[3]).map(GroupName::new).toList(),
        word(4, words).map(FriendlyName::new));
  }

  private static Stream<String> list(String word) {
    return word.equals("-") ? Stream.of() : Arrays.stream(word.split(",", -1));
  }

  private static Optional<String> word(int place, String... words) {
    return words.length > place ? Optional.of(words[place]) : Optional.empty();
  }
}
