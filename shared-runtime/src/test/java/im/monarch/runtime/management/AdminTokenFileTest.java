package im.monarch.runtime.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class AdminTokenFileTest {

  @TempDir private Path folder;

  @Test
  void theTokenInTheFileIsTheOneAskedFor(Vertx vertx) throws Exception {
    var file = folder.resolve("new/monarch.admin-token");

    var token = new AdminTokenFile(file).obtain(vertx).await();

    assertThat(token.matches(Files.readString(file).strip())).isTrue();
  }

  @Test
  void onlyItsOwnerCanReadTheFile(Vertx vertx) throws Exception {
    var file = folder.resolve("monarch.admin-token");

    new AdminTokenFile(file).obtain(vertx).await();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void theTokenStaysTheSame(Vertx vertx) throws Exception {
    var file = folder.resolve("monarch.admin-token");
    new AdminTokenFile(file).obtain(vertx).await();
    var first = Files.readString(file);

    new AdminTokenFile(file).obtain(vertx).await();

    assertThat(Files.readString(file)).isEqualTo(first);
  }
}
