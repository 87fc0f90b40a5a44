package im.monarch.runtime.config;

import io.vertx.config.ConfigRetriever;
import io.vertx.config.ConfigRetrieverOptions;
import io.vertx.config.ConfigStoreOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the configuration: a file, then environment variables, system properties, the command line;
 * later wins. Fails with {@link ConfigException} when anything at all is wrong with it.
 */
public final class ConfigLoader {

  private static final Pattern LOCATION = Pattern.compile("line: (\\d+), column: (\\d+)");

  private final Vertx vertx;

  public ConfigLoader(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * The configuration, if it is one.
   *
   * @param roles from the command line; empty when it names none
   */
  public Future<MonarchConfig> load(ConfigSource source, List<String> roles) {
    var variables =
        System.getenv().keySet().stream().filter(name -> name.startsWith(Overrides.VARIABLE));
    var environment =
        retrieve(
            store("env")
                .setConfig(
                    new JsonObject()
                        .put("raw-data", true)
                        .put("keys", new JsonArray(variables.toList()))));
    var properties = retrieve(store("sys").setConfig(new JsonObject().put("raw-data", true)));
    return Future.all(base(source), environment, properties)
        .compose(
            all ->
                understand(
                    new Layers(
                        all.resultAt(0), texts(all.resultAt(1)), texts(all.resultAt(2)), roles)));
  }

  private static Future<MonarchConfig> understand(Layers layers) {
    try {
      return Future.succeededFuture(layers.read());
    } catch (ConfigException e) {
      return Future.failedFuture(e);
    }
  }

  private Future<JsonObject> base(ConfigSource source) {
    return switch (source) {
      case ConfigSource.Inline(var json) -> Future.succeededFuture(json);
      case ConfigSource.File(var path) when !Files.isRegularFile(path) ->
          Future.failedFuture(unreadable(path, "no such file", "name it with -c"));
      case ConfigSource.File(var path) ->
          retrieve(
                  store("file")
                      .setFormat("json")
                      .setConfig(new JsonObject().put("path", path.toAbsolutePath().toString())))
              .recover(fault -> Future.failedFuture(unreadable(path, fault)));
    };
  }

  private static ConfigStoreOptions store(String type) {
    return new ConfigStoreOptions().setType(type);
  }

  /** One store at a time, because how they are laid over each other needs the schema. */
  private Future<JsonObject> retrieve(ConfigStoreOptions store) {
    var retriever =
        ConfigRetriever.create(
            vertx, new ConfigRetrieverOptions().setIncludeDefaultStores(false).addStore(store));
    return retriever.getConfig().eventually(retriever::close);
  }

  private static Map<String, String> texts(JsonObject json) {
    var texts = new HashMap<String, String>();
    json.forEach(entry -> texts.put(entry.getKey(), String.valueOf(entry.getValue())));
    return texts;
  }

  /** The parser's own message may quote the file, and with it a secret. */
  private static ConfigException unreadable(Path path, Throwable fault) {
    if (!(fault instanceof DecodeException)) {
      return unreadable(path, "cannot be read", String.valueOf(fault.getMessage()));
    }
    var location = LOCATION.matcher(String.valueOf(fault.getMessage()));
    var place =
        location.find() ? " at line " + location.group(1) + ", column " + location.group(2) : "";
    return unreadable(path, "not JSON" + place, "look there for a comma, quote or bracket");
  }

  private static ConfigException unreadable(Path path, String what, String hint) {
    return new ConfigException(List.of(new Problem(path.toString(), what, hint)));
  }
}
