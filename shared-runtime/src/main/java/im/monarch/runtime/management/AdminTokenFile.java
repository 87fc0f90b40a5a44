package im.monarch.runtime.management;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the token is kept that nobody configured. Only the owner of the process can read it. */
public final class AdminTokenFile {

  private static final Logger LOG = LoggerFactory.getLogger(AdminTokenFile.class);

  private final Path path;

  public AdminTokenFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  /** The token in the file; made if there is no file yet. Logs where it is. */
  public Future<AdminToken> obtain(Vertx vertx) {
    Callable<AdminToken> reading = this::obtain;
    return vertx
        .executeBlocking(reading)
        .onSuccess(token -> LOG.atInfo().addKeyValue("file", path).log("admin token is in"));
  }

  /** The token in the file; fails if there is none. */
  public Future<AdminToken> find(Vertx vertx) {
    Callable<AdminToken> reading = this::read;
    return vertx.executeBlocking(reading);
  }

  private AdminToken obtain() throws IOException {
    if (!Files.exists(path)) {
      make();
    }
    return read();
  }

  private AdminToken read() throws IOException {
    var text = Files.readString(path).strip();
    if (text.isEmpty()) {
      throw new IOException(path + " is empty: delete it, and a new token is made");
    }
    return new AdminToken(text);
  }

  /** Processes that start together may share the file: it appears with its text, once. */
  private void make() throws IOException {
    Files.createDirectories(path.getParent());
    var draft = Files.createTempFile(path.getParent(), "admin-token", ".new");
    try {
      Files.writeString(draft, AdminToken.freshText() + System.lineSeparator());
      Files.createLink(path, draft);
    } catch (FileAlreadyExistsException e) {
      LOG.atDebug().addKeyValue("file", path).log("another process was first");
    } finally {
      Files.delete(draft);
    }
  }
}
