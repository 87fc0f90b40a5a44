package im.monarch.runtime.config;

import im.monarch.domain.clients.ClientCatalogue;
import im.monarch.domain.clients.ClientEntry;
import im.monarch.domain.clients.Products;
import im.monarch.domain.limits.Rate;
import im.monarch.domain.roster.RosterLimits;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes records of a configuration that fits the schema; their constructors have the last word. */
final class Sections {

  private final JsonObject config;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param config with defaults
   */
  Sections(JsonObject config) {
    this.config = config;
  }

  /** What the constructors did not take. */
  List<Problem> problems() {
    return problems;
  }

  /** The whole configuration; there unless there are problems. */
  Optional<MonarchConfig> read() {
    var node = section("node", in -> new NodeSection(in.text("name")));
    var store = section("store", Sections::store);
    var cluster = section("cluster", Sections::cluster);
    var dispatch = section("dispatch", Sections::dispatch);
    var notification = section("notification", Sections::notification);
    var switchboard = section("switchboard", Sections::switchboard);
    var drain = section("drain", Sections::drain);
    var passport = section("passport", Sections::passport);
    var management = section("management", Sections::management);
    var profile = section("profile", Sections::profile);
    var challenge = section("challenge", Sections::challenge);
    var limits = section("limits", Sections::limits);
    var echo = section("echo", in -> new EchoSection(in.optionalText("handle").map(Handle::new)));
    var clients = clients();
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MonarchConfig(
            config.getJsonArray("roles").stream()
                .flatMap(word -> RoleName.of(word.toString()).stream())
                .collect(Collectors.toUnmodifiableSet()),
            node.orElseThrow(),
            store.orElseThrow(),
            cluster.orElseThrow(),
            dispatch.orElseThrow(),
            notification.orElseThrow(),
            switchboard.orElseThrow(),
            drain.orElseThrow(),
            passport.orElseThrow(),
            management.orElseThrow(),
            new ClientCatalogue(clients),
            profile.orElseThrow(),
            challenge.orElseThrow(),
            limits.orElseThrow(),
            echo.orElseThrow()));
  }

  private <T> Optional<T> section(String name, Function<Section, T> reader) {
    try {
      return Optional.of(reader.apply(new Section(config.getJsonObject(name, new JsonObject()))));
    } catch (IllegalArgumentException e) {
      problems.add(Problem.ofMessage(name, e.getMessage()));
      return Optional.empty();
    }
  }

  private List<ClientEntry> clients() {
    var rows = config.getJsonArray("clients");
    return ClientRows.read(rows == null ? Resources.list("clients.json") : rows, problems);
  }

  private static StoreSection store(Section in) {
    return new StoreSection(
        StoreSection.Kind.valueOf(in.text("kind").toUpperCase(Locale.ROOT)),
        Path.of(in.text("path")),
        in.number("connections"),
        Duration.ofMillis(in.number("patienceMillis")),
        in.optionalPath("legacyKeyFile"),
        storeServer(in));
  }

  private static StoreSection.Server storeServer(Section in) {
    int port = in.number("port");
    return new StoreSection.Server(
        Stream.of(in.text("host").split(","))
            .map(host -> host.matches(".*:\\d+") ? HostPort.parse(host) : new HostPort(host, port))
            .toList(),
        in.text("database"),
        in.text("user"),
        in.optionalText("password"),
        StoreSection.Tls.valueOf(in.text("tls").toUpperCase(Locale.ROOT)),
        in.optionalPath("authorities"));
  }

  private static ClusterSection cluster(Section in) {
    return new ClusterSection(
        in.json().getBoolean("enabled"),
        in.text("name"),
        in.text("host"),
        in.texts("members"),
        in.number("port"),
        in.number("busPort"),
        in.seconds("leaseSeconds"),
        in.part("kubernetes").map(kubernetes -> kubernetes.text("service")),
        in.part("tls").map(Sections::clusterTls),
        new ClusterSection.Upkeep(
            in.seconds("graceSeconds"),
            in.seconds("repairSeconds"),
            in.seconds("silenceSeconds"),
            in.seconds("heartbeatSeconds"),
            in.seconds("mergeSeconds"),
            in.number("backups")));
  }

  private static ClusterSection.Tls clusterTls(Section in) {
    return new ClusterSection.Tls(
        Path.of(in.text("certificate")), Path.of(in.text("key")), Path.of(in.text("trusted")));
  }

  private static DispatchSection dispatch(Section in) {
    return new DispatchSection(
        in.address("listen"),
        in.optionalAddress("advertise"),
        in.dialects(),
        in.verReply(),
        in.instances());
  }

  private static NotificationSection notification(Section in) {
    return new NotificationSection(
        in.address("listen"),
        in.optionalAddress("advertise"),
        in.dialects(),
        in.verReply(),
        in.seconds("pingSeconds"),
        in.seconds("signInTimeoutSeconds"),
        in.seconds("idleTimeoutSeconds"),
        in.number("maxQueuedBytes"),
        in.number("maxSessions"),
        new NotificationSection.SignIns(
            new Rate(in.number("signInsPerSecond"), in.number("signInBurst")),
            in.number("maxWaitingSignIns")),
        in.number("renamesPerMinute"),
        in.number("switchboardsPerMinute"),
        in.text("shields"),
        in.json().getBoolean("onePort"),
        in.instances());
  }

  private static SwitchboardSection switchboard(Section in) {
    return new SwitchboardSection(
        in.address("listen"),
        in.optionalAddress("advertise"),
        in.seconds("keySeconds"),
        in.number("maxMembers"),
        in.number("maxSessions"),
        in.number("failedCallsPerMinute"),
        new SwitchboardSection.Limits(
            in.seconds("signInTimeoutSeconds"),
            in.seconds("idleTimeoutSeconds"),
            in.number("maxQueuedBytes"),
            in.number("messagesPerSecond"),
            in.number("bytesPerSecond")),
        in.instances());
  }

  private static DrainSection drain(Section in) {
    return new DrainSection(
        in.seconds("seconds"),
        in.number("usersPerSecond"),
        in.number("noticeMinutes"),
        in.json().getBoolean("refer"));
  }

  private static PassportSection passport(Section in) {
    return new PassportSection(
        in.address("http"),
        in.address("https"),
        in.text("publicHost"),
        in.number("configVersion"),
        in.optionalText("redirectTo"),
        in.optionalPath("certificate"),
        in.optionalPath("key"),
        passportLimits(new Section(in.json().getJsonObject("limits"))));
  }

  private static PassportSection.Limits passportLimits(Section in) {
    return new PassportSection.Limits(
        in.number("headBytes"),
        in.number("bodyBytes"),
        in.seconds("requestSeconds"),
        in.number("connections"),
        in.number("connectionsPerAddress"),
        in.number("triesPerAccount"),
        in.number("triesPerAddress"));
  }

  private static ManagementSection management(Section in) {
    return new ManagementSection(in.address("listen"), in.optionalText("adminToken"));
  }

  private static ProfileSection profile(Section in) {
    return new ProfileSection(
        in.number("emailEnabled") == 1,
        in.text("country"),
        in.number("language"),
        in.json().getLong("flags"),
        in.number("kv"),
        in.number("sid"));
  }

  private static ChallengeSection challenge(Section in) {
    var rows = in.json().getJsonArray("products");
    var products = rows == null ? Resources.list("products.json") : rows;
    return new ChallengeSection(
        in.json().getBoolean("enabled"),
        new Products(
            products.stream()
                .map(JsonObject.class::cast)
                .collect(
                    Collectors.toMap(
                        row -> row.getString("id"),
                        row -> row.getString("key"),
                        (first, second) -> second)),
            in.json().getBoolean("strict")));
  }

  private static RosterLimits limits(Section in) {
    return new RosterLimits(
        in.number("contacts"), in.number("groups"), in.number("groupNameBytes"));
  }
}
