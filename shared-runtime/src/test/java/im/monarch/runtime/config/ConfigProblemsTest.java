package im.monarch.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigProblemsTest {

  private static final String ROLES = RoleName.words().replace(", ", " or ");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'dispach': {}} | dispach: unknown key (did you mean dispatch?)",
        "{'notification': {'pingSecond': 5}}"
            + " | notification.pingSecond: unknown key (did you mean pingSeconds?)",
        "{'node': {'colour': 'red'}} | node.colour: unknown key (expected: name)",
        "{'dispatch': []} | dispatch: [] (expected: an object {...})",
        "{'dispatch': {'listen': 1863}} | dispatch.listen: 1863 (expected: host:port, 0 for any"
            + " free port)",
        "{'dispatch': {'listen': 'localhost'}}"
            + " | dispatch.listen: \"localhost\" (expected: host:port, 0 for any free port)",
        "{'dispatch': {'listen': '127.0.0.1:65536'}}"
            + " | dispatch.listen: \"127.0.0.1:65536\" (expected: host:port, 0 for any free port)",
        "{'dispatch': {'verReply': 'both'}}"
            + " | dispatch.verReply: \"both\" (expected: single or echo-cvr0)",
        "{'dispatch': {'dialects': ['MSNP99']}}"
            + " | dispatch.dialects: 'MSNP99' (expected: some of"
            + " MSNP12, MSNP11, MSNP10, MSNP9, MSNP8, MSNP7, MSNP6,"
            + " MSNP5, MSNP4, MSNP3, MSNP2, CVR0)",
        "{'notification': {'pingSeconds': 0}}"
            + " | notification.pingSeconds: 0 (expected: a whole number from 1 to 3600)",
        "{'notification': {'pingSeconds': '60'}}"
            + " | notification.pingSeconds: \"60\" (expected: a whole number from 1 to 3600)",
        "{'notification': {'pingSeconds': 1.5}}"
            + " | notification.pingSeconds: 1.5 (expected: a whole number from 1 to 3600)",
        "{'cluster': {'enabled': 'yes'}} | cluster.enabled: \"yes\" (expected: true or false)",
        "{'cluster': {'members': '127.0.0.1'}} | cluster.members: \"127.0.0.1\" (expected: a list)",
        "{'cluster': {'members': ['a b']}}"
            + " | cluster.members[0]: \"a b\" (expected: an address, with or without :port)",
        "{'cluster': {'enabled': true, 'members': []}}"
            + " | cluster.members: [] (expected: at least one address)",
        "{'cluster': {'enabled': true, 'host': '192.0.2.1'}}"
            + " | cluster.host: \"192.0.2.1\" (expected: an address of this machine)",
        "{'store': {'kind': 'oracle'}} | store.kind: \"oracle\" (expected: h2 or postgresql)",
        "{'node': {'name': ''}}"
            + " | node.name: \"\" (expected: 1 to 64 letters, digits, dots and dashes)",
        "{'passport': {'publicHost': 'https://login.example.com'}} | passport.publicHost:"
            + " \"https://login.example.com\" (expected: a host without https://)",
        "{'passport': {'key': 'key.pem'}}"
            + " | passport.certificate: missing (expected: certificate and key, or neither)",
        "{'passport': {'redirectTo': 'http://login.example.com/'}}"
            + " | passport.redirectTo: \"http://login.example.com/\" (expected: https://host/path)",
        "{'passport': {'redirectTo': 'https://localhost/login2.srf'}} | passport.redirectTo:"
            + " \"https://localhost/login2.srf\" (expected: another server than publicHost)",
        "{'management': {'adminToken': 'not secret'}}"
            + " | management.adminToken: *** (expected: printable characters without blanks)",
        "{'management': {'listen': '127.0.0.1:1863'}}"
            + " | management.listen: \"127.0.0.1:1863\" (dispatch.listen listens there)",
        "{'clients': [{'from': '1.0'}]} | clients[0].library: missing (expected: one word)",
        "{'clients': [{'library': 'A'}, {'library': 'B', 'form': '1'}]}"
            + " | clients[1].form: unknown key (did you mean from?)",
        "{'clients': [{'library': 'A', 'locale': '0x0000'}]}"
            + " | clients[0]: not usable (locale: no such language)",
        "{'profile': {'emailEnabled': true}} | profile.emailEnabled: true (expected: 0 or 1)",
        "{'limits': {'groups': 31}} | limits.groups: 31 (expected: a whole number from 1 to 30)",
        "{'roles': []} | roles: [] (expected: a list of ROLES, not" + " empty)",
        "{'roles': ['switchbord']}" + " | roles[0]: \"switchbord\" (expected: ROLES)",
      })
  void aProblemNamesKeyValueAndExpectation(String file, String message) {
    assertThat(problems(file, Map.of(), Map.of(), List.of()))
        .containsExactly(message.replace("ROLES", ROLES));
  }

  @Test
  void allProblemsAreNamedAtOnce() {
    var file = "{'dispatch': {'listen': 'x'}, 'notification': {'pingSeconds': -1}, 'nod': {}}";

    assertThat(problems(file, Map.of("MONARCH_CLUSTER_PORT", "x"), Map.of(), List.of())).hasSize(4);
  }

  @Test
  void aProblemSaysWhichVariableItCameFrom() {
    assertThat(problems("{}", Map.of("MONARCH_CLUSTER_PORT", "x"), Map.of(), List.of()))
        .containsExactly(
            "cluster.port: \"x\" (expected: a whole number from 1 to 65000), from"
                + " MONARCH_CLUSTER_PORT");
  }

  @Test
  void aProblemSaysWhichPropertyItCameFrom() {
    assertThat(problems("{}", Map.of(), Map.of("monarch.store.kind", "x"), List.of()))
        .containsExactly(
            "store.kind: \"x\" (expected: h2 or postgresql), from -Dmonarch.store.kind");
  }

  @Test
  void aProblemSaysThatItCameFromTheCommandLine() {
    assertThat(problems("{}", Map.of(), Map.of(), List.of("dispatch", "chat")))
        .containsExactly("roles[1]: \"chat\" (expected: " + ROLES + "), from --roles");
  }

  @Test
  void aMisspeltVariableIsAProblem() {
    assertThat(problems("{}", Map.of("MONARCH_DISPATCH_LISTN", "x"), Map.of(), List.of()))
        .containsExactly(
            "MONARCH_DISPATCH_LISTN: unknown key (did you mean MONARCH_DISPATCH_LISTEN?)");
  }

  @Test
  void aMisspeltPropertyIsAProblem() {
    assertThat(problems("{}", Map.of(), Map.of("monarch.dispatch.lisen", "x"), List.of()))
        .containsExactly(
            "-Dmonarch.dispatch.lisen: unknown key (did you mean -Dmonarch.dispatch.listen?)");
  }

  private static List<String> problems(
      String file,
      Map<String, String> variables,
      Map<String, String> properties,
      List<String> roles) {
    var layers = new Layers(new JsonObject(file.replace('\'', '"')), variables, properties, roles);
    var thrown = catchThrowableOfType(ConfigException.class, layers::read);
    return thrown.problems().stream().map(Problem::toString).toList();
  }
}
