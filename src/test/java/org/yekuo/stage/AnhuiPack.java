package org.yekuo.stage;

import java.nio.file.Path;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PackReader;

/** The pack the stages are tested under, read once. */
public final class AnhuiPack {

    public static final Pack PACK = PackReader.read(Path.of("src/main/resources/regulations/anhui-2008"));

    private AnhuiPack() {}
}
