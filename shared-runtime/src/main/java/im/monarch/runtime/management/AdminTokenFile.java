package im.monarch.runtime.management;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

  private AdminToken obtain() throws IOException {
    if (!Files.exists(path)) {
      write(AdminToken.freshText());
    }
    var text = Files.readString(path).strip();
    if (text.isEmpty()) {
      throw new IOException(path + " is empty: delete it, and a new token is made");
    }
    return new AdminToken(text);
  }

  private void write(String text) throws IOException {
    Files.createDirectories(path.getParent());
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(path, PosixFilePermissions.asFileAttribute(ownerOnly));
    }
    Files.writeString(path, text + System.lineSeparator());
  }
}
