/** Time left in words, so that nobody takes it for a time of day: '9 分 05 秒', '1 小时 09 分'. */
export function sayLeft(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const two = (n: number) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours} 小时 ${two(minutes)} 分` : `${minutes} 分 ${two(seconds % 60)} 秒`;
}
