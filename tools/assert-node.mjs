// Plain JavaScript, so that an older Node can run it and tell what is wrong instead of failing on the first TypeScript file.
const wanted = 24
const major = Number(process.versions.node.split('.')[0])

if (major < wanted) {
  const name = `node-${process.platform}-${process.arch}`
  console.error(`Hiệp Đồng cần Node ${wanted} nhưng đang chạy bằng Node ${process.versions.node}.`)
  console.error(
    `Chạy lại "npm ci" trong thư mục này (không dùng --omit=optional): lệnh đó cài Node ${wanted} của riêng dự án (gói ${name}).`,
  )
  console.error(`Hiệp Đồng needs Node ${wanted} but runs under Node ${process.versions.node}.`)
  console.error(`Run "npm ci" here again (without --omit=optional): it installs the project's own Node ${wanted} (package ${name}).`)
  process.exit(1)
}
