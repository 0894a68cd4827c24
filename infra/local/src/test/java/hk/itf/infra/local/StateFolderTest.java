package hk.itf.infra.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @TempDir
    Path folder;

    @Test
    void isInProjectUnlessVariableIsSet() {
        assertThat(StateFolder.of(folder, Map.of()).root()).isEqualTo(folder.resolve(".itf"));
        assertThat(StateFolder.of(folder, Map.of("ITF_STATE", folder + "/elsewhere"))
                        .root())
                .isEqualTo(folder.resolve("elsewhere"));
    }

    @Test
    void explainsFolderThatCannotBeWritten() throws IOException {
        var file = Files.writeString(folder.resolve("a-file"), "");

        assertThatThrownBy(() -> new StateFolder(file.resolve("state")).prepare())
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("set ITF_STATE");
    }

    @Test
    void explainsFullDisk() {
        var state = new StateFolder(folder.resolve("state")).prepare();

        assertThatThrownBy(() -> state.requireFreeSpace(Long.MAX_VALUE))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("MB are needed. Free some space");
    }
}
