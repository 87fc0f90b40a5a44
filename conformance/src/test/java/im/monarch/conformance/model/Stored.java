package im.monarch.conformance.model;

import static java.util.stream.Collectors.joining;

import im.monarch.conformance.harness.AdminClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.stream.Stream;

/**
 * What a server keeps, as text that can be compared: its own account of it, and the model's. Only
 * for names without escapes.
 */
final class Stored {

  private final AdminClient admin;

  Stored(AdminClient admin) {
    this.admin = admin;
  }

  /** What only the owner can change: everything but RL and the version. */
  String own(String handle) {
    var json = admin.account(handle);
    var contacts =
        objects(json.getJsonArray("contacts"))
            .filter(contact -> !lists(contact).isEmpty())
            .map(
                contact ->
                    contact.getString("handle")
                        + ' '
                        + contact.getString("nickname")
                        + ' '
                        + lists(contact)
                        + ' '
                        + texts(contact.getJsonArray("groups")));
    var groups =
        objects(json.getJsonArray("groups"))
            .map(group -> group.getInteger("id") + "=" + group.getString("name"));
    return described(
        Stream.of(
            json.getString("friendlyName"), json.getString("prompt"), json.getString("privacy")),
        groups,
        contacts);
  }

  /** The same as the model has it. */
  static String own(Account account) {
    var contacts =
        account.contacts.entrySet().stream()
            .map(
                entry ->
                    entry.getKey()
                        + ' '
                        + entry.getValue().nickname
                        + ' '
                        + entry.getValue().lists.stream().map(Enum::name).collect(joining(","))
                        + ' '
                        + entry.getValue().groups.stream()
                            .map(account.groups::get)
                            .collect(joining(",")));
    var groups =
        account.groups.entrySet().stream().map(group -> group.getKey() + "=" + group.getValue());
    return described(Stream.of(account.name, account.prompt, account.privacy), groups, contacts);
  }

  private static String described(
      Stream<String> head, Stream<String> groups, Stream<String> contacts) {
    return Stream.of(head, groups, contacts)
        .map(lines -> lines.map(line -> line.replace("%20", " ")).collect(joining("\n")))
        .collect(joining("\n\n"));
  }

  /** Who has the account on FL, as the account's own RL says. */
  String followers(String handle) {
    return objects(admin.account(handle).getJsonArray("contacts"))
        .filter(contact -> contact.getJsonArray("lists").contains("RL"))
        .map(contact -> contact.getString("handle"))
        .sorted()
        .collect(joining(" "));
  }

  long version(String handle) {
    return admin.account(handle).getLong("listVersion");
  }

  private static String lists(JsonObject contact) {
    var lists = contact.getJsonArray("lists");
    return EnumSet.allOf(ContactList.class).stream()
        .map(Enum::name)
        .filter(lists::contains)
        .collect(joining(","));
  }

  private static String texts(JsonArray array) {
    return array.stream().map(String.class::cast).collect(joining(","));
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast);
  }
}
