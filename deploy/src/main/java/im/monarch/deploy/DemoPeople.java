package im.monarch.deploy;

import im.monarch.domain.accounts.Accounts.Registration;
import im.monarch.domain.roster.RosterEdit.Arrange;
import im.monarch.domain.roster.Rosters.Edited;
import im.monarch.protocol.vocabulary.ContactList;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.runtime.config.MonarchConfig;
import im.monarch.runtime.launch.StorePorts;
import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Three people who know each other. What somebody does to their accounts later stays. */
final class DemoPeople {

  /**
   * One of them.
   *
   * @param password known to everybody: the demo listens on loopback only
   * @param contacts group by handle
   */
  private record Person(
      String handle, String name, String password, Map<String, String> contacts) {}

  private static final String ALICE = "alice@example.com";
  private static final String BOB = "bob@example.com";
  private static final String CAROL = "carol@example.com";

  /** Not a person, but somebody to talk to. */
  static final String ECHO = "echo@example.com";

  private static final List<Person> PEOPLE =
      List.of(
          new Person(ALICE, "Alice", "wonderland", friends(BOB, "Friends", CAROL, "Work")),
          new Person(BOB, "Bob", "builder", friends(ALICE, "Friends", CAROL, "Friends")),
          new Person(CAROL, "Carol", "christmas", friends(ALICE, "Work", BOB, "Friends")));

  private DemoPeople() {}

  private static Map<String, String> friends(
      String one, String group, String other, String otherGroup) {
    return Map.of(one, group, other, otherGroup, ECHO, "Friends");
  }

  /** Makes the accounts that are not there. */
  static Future<Void> settle(StorePorts store) {
    return Future.all(PEOPLE.stream().map(person -> register(store, person)).toList())
        .compose(
            registered -> {
              Future<Void> done = Future.succeededFuture();
              for (int i = 0; i < PEOPLE.size(); i++) {
                if (registered.<Registration>resultAt(i) instanceof Registration.Registered) {
                  done = befriend(store, PEOPLE.get(i), done);
                }
              }
              return done;
            });
  }

  private static Future<Registration> register(StorePorts store, Person person) {
    var handle = new Handle(person.handle());
    return store
        .accounts()
        .find(handle)
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(new Registration.AlreadyThere())
                    : store
                        .passwords()
                        .hash(person.password())
                        .compose(
                            hash ->
                                store
                                    .accounts()
                                    .register(handle, FriendlyName.ofPlain(person.name()), hash)));
  }

  private static Future<Void> befriend(StorePorts store, Person person, Future<Void> before) {
    var done = before;
    for (var contact : person.contacts().entrySet()) {
      done =
          done.compose(next -> arrange(store, person, contact.getKey(), contact.getValue()))
              .mapEmpty();
    }
    return done;
  }

  private static Future<Edited> arrange(
      StorePorts store, Person person, String contact, String group) {
    return store
        .addressBook()
        .editFromOutside(
            new Handle(person.handle()),
            new Arrange(
                new Handle(contact),
                EnumSet.of(ContactList.FL, ContactList.AL),
                List.of(GroupName.ofPlain(group)),
                Optional.empty()));
  }

  /** Who they are, and what to do next. */
  static String introduction(MonarchConfig config) {
    var text = new StringBuilder("\nWho can sign in:\n");
    PEOPLE.forEach(
        person ->
            text.append("  %-18s  password %s%n".formatted(person.handle(), person.password())));
    return text.append(
            """
            And %s is always there, and answers what it is told.

            In another window:
              deploy/monarch probe alice@example.com --password wonderland

            In a client, MSN Messenger 5 or 6 for one:
              server          %s
              Passport        https://%s/rdr/pprdr.asp or http://%s/rdr/pprdr.asp
            Accounts are kept in %s.
            Ctrl-C ends the server.
            """
                .formatted(
                    ECHO,
                    config.dispatch().listen(),
                    config.passport().https(),
                    config.passport().http(),
                    config.store().folder()))
        .toString();
  }
}
