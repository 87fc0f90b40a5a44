package im.monarch.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.protocol.dialect.Dialect;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.reception.Reception.VerReply;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigLayersTest {

  @Test
  void withoutAnyWordEverythingHasItsDefault() throws ConfigException {
    var config = read("{}", Map.of(), Map.of(), List.of());

    assertThat(config.roles()).containsExactlyInAnyOrder(RoleName.values());
    assertThat(config.store().path()).isEqualTo(Path.of("data/monarch"));
    assertThat(config.cluster().enabled()).isFalse();
    assertThat(config.dispatch().listen()).isEqualTo(new HostPort("127.0.0.1", 1863));
    assertThat(config.dispatch().verReply()).isEqualTo(VerReply.SINGLE);
    assertThat(config.notification().ping()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.notification().signInTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.notification().idleTimeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(config.notification().maxQueuedBytes()).isEqualTo(262_144);
    assertThat(config.passport().https()).isEqualTo(new HostPort("127.0.0.1", 8443));
    assertThat(config.management().adminToken()).isEmpty();
    assertThat(config.profile()).isEqualTo(new ProfileSection(false, "US", 1033, 1027, 11, 507));
    assertThat(config.limits().contacts()).isEqualTo(600);
  }

  @Test
  void theFileWinsOverTheDefault() throws ConfigException {
    assertThat(port("{\"cluster\": {\"port\": 6000}}", Map.of(), Map.of())).isEqualTo(6000);
  }

  @Test
  void hostsOfADatabaseServerHaveThePortOfAllUnlessTheyNameOne() throws ConfigException {
    var store =
        read(
                "{\"store\": {\"kind\": \"postgresql\", \"host\": \"db1,db2:5433\", \"port\":"
                    + " 6432}}",
                Map.of("MONARCH_STORE_PASSWORD", "hush"),
                Map.of(),
                List.of())
            .store();

    assertThat(store.kind()).isEqualTo(StoreSection.Kind.POSTGRESQL);
    assertThat(store.server().hosts())
        .containsExactly(new HostPort("db1", 6432), new HostPort("db2", 5433));
    assertThat(store.server().password()).contains("hush");
    assertThat(store.toString()).doesNotContain("hush");
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws ConfigException {
    assertThat(
            port(
                "{\"cluster\": {\"port\": 6000}}",
                Map.of("MONARCH_CLUSTER_PORT", "6001"),
                Map.of()))
        .isEqualTo(6001);
  }

  @Test
  void systemPropertiesWinOverTheEnvironment() throws ConfigException {
    assertThat(
            port(
                "{\"cluster\": {\"port\": 6000}}",
                Map.of("MONARCH_CLUSTER_PORT", "6001"),
                Map.of("monarch.cluster.port", "6002")))
        .isEqualTo(6002);
  }

  @Test
  void theCommandLineWinsOverAll() throws ConfigException {
    var config =
        read(
            "{\"roles\": [\"dispatch\"]}",
            Map.of("MONARCH_ROLES", "passport"),
            Map.of(),
            List.of("notification"));

    assertThat(config.roles()).containsExactly(RoleName.NOTIFICATION);
  }

  @Test
  void underscoresInVariablesAreFree() throws ConfigException {
    var config =
        read(
            "{}",
            Map.of(
                "MONARCH_PASSPORT_PUBLIC_HOST", "login.example.com",
                "MONARCH_NOTIFICATION_PINGSECONDS", "50"),
            Map.of(),
            List.of());

    assertThat(config.passport().publicHost()).isEqualTo("login.example.com");
    assertThat(config.notification().ping()).isEqualTo(Duration.ofSeconds(50));
  }

  @Test
  void aVariableCanHoldAList() throws ConfigException {
    var config =
        read("{}", Map.of("MONARCH_CLUSTER_MEMBERS", "10.0.0.1, 10.0.0.2"), Map.of(), List.of());

    assertThat(config.cluster().members()).containsExactly("10.0.0.1", "10.0.0.2");
  }

  @Test
  void aVariableCanHoldAListInJson() throws ConfigException {
    var config =
        read("{}", Map.of("MONARCH_CLIENTS", "[{\"library\": \"X\"}]"), Map.of(), List.of());

    assertThat(config.clients().entries()).hasSize(1);
  }

  @Test
  void aTokenOfDigitsStaysText() throws ConfigException {
    var config = read("{}", Map.of("MONARCH_MANAGEMENT_ADMINTOKEN", "0123"), Map.of(), List.of());

    assertThat(config.management().adminToken()).contains("0123");
  }

  @Test
  void variablesOfOthersAreLeftAlone() throws ConfigException {
    var kubernetes =
        Map.of(
            "MONARCH_SERVICE_HOST", "10.0.0.1",
            "MONARCH_SERVICE_PORT", "1863",
            "MONARCH_PORT_1863_TCP_ADDR", "10.0.0.1",
            "MONARCH_PASSWORD", "for the probe");

    assertThat(read("{}", kubernetes, Map.of(), List.of())).isNotNull();
  }

  @Test
  void cvr0IsAlwaysOffered() throws ConfigException {
    var config = read("{\"dispatch\": {\"dialects\": [\"MSNP9\"]}}", Map.of(), Map.of(), List.of());

    assertThat(config.dispatch().dialects().newestFirst())
        .extracting(Dialect::name)
        .containsExactly("MSNP9", "CVR0");
  }

  @Test
  void rolesThatDoNotRunMayNameTheSameAddress() throws ConfigException {
    var config =
        read(
            "{\"dispatch\": {\"listen\": \"127.0.0.1:1864\"}}",
            Map.of(),
            Map.of(),
            List.of("dispatch"));

    assertThat(config.dispatch().listen().port()).isEqualTo(1864);
  }

  @Test
  void anAdvertisedPort0IsThePortThatWasFound() throws ConfigException {
    var config =
        read(
            "{\"notification\": {\"advertise\": \"chat.example.com:0\"}}",
            Map.of(),
            Map.of(),
            List.of());

    assertThat(config.notification().advertised(new HostPort("127.0.0.1", 40_000)))
        .isEqualTo(new HostPort("chat.example.com", 40_000));
    assertThat(config.dispatch().advertise()).isEqualTo(Optional.empty());
  }

  @Test
  void noRecordPrintsTheToken() throws ConfigException {
    var config =
        read("{\"management\": {\"adminToken\": \"hush\"}}", Map.of(), Map.of(), List.of());

    assertThat(config.toString()).doesNotContain("hush");
  }

  private static int port(
      String file, Map<String, String> variables, Map<String, String> properties)
      throws ConfigException {
    return read(file, variables, properties, List.of()).cluster().port();
  }

  private static MonarchConfig read(
      String file,
      Map<String, String> variables,
      Map<String, String> properties,
      List<String> roles)
      throws ConfigException {
    return new Layers(new JsonObject(file), variables, properties, roles).read();
  }
}
